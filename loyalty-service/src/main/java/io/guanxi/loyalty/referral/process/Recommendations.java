package io.guanxi.loyalty.referral.process;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.Profile;
import io.guanxi.loyalty.account.domain.Tally;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.referral.domain.Recommendation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Gathers what a recommendation is judged by from the accounts themselves, so that no view can be behind. */
final class Recommendations {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Function<String, LoyaltyAccount> accounts;

    /** @param accounts the present account of an id; unopened if nothing was heard of it */
    Recommendations(Function<String, LoyaltyAccount> accounts) {
        this.accounts = accounts;
    }

    Recommendation of(String friendId, LoyaltyAccount friend, Profile.Referral referral, RuleBook book, Instant at) {
        LoyaltyAccount referrer = accounts.apply(referral.referrer());
        return new Recommendation(
                friendId,
                friend.profile().addresses(),
                referral.referrer(),
                referrer.profile().addresses(),
                above(referrer),
                addressesOf(referrer.profile().friends()),
                hasPaid(referrer),
                referrer.tally().countSince(Tally.Kind.REFERRAL, at.minus(YEAR)),
                mostPerYear(book, referral.ruleVersion()));
    }

    /** A programme without recommendations gives nothing for any, so it limits none. */
    private static int mostPerYear(RuleBook book, int version) {
        return book.find(version)
                .map(PublishedRules::rules)
                .map(rules -> rules.referral())
                .map(ReferralRules::mostPerYear)
                .orElse(Integer.MAX_VALUE);
    }

    private List<String> above(LoyaltyAccount referrer) {
        var above = new ArrayList<String>();
        Profile.Referral referral = referrer.profile().referral();
        while (referral != null && above.size() < Recommendation.LONGEST_RING) {
            above.add(referral.referrer());
            referral = accounts.apply(referral.referrer()).profile().referral();
        }
        return above;
    }

    private Set<String> addressesOf(Set<String> friends) {
        var addresses = new HashSet<String>();
        for (String friend : friends) {
            addresses.addAll(accounts.apply(friend).profile().addresses());
        }
        return addresses;
    }

    private static boolean hasPaid(LoyaltyAccount referrer) {
        return referrer.orders().values().stream().anyMatch(order -> order.payment() != null && !order.cancelled());
    }
}
