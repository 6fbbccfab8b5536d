package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.GiftPolicy.*;

import io.guanxi.loyalty.account.domain.GiftEntry.GoodwillGranted;
import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.GivingRejection.ComplaintIsCompensated;
import io.guanxi.loyalty.account.domain.GivingRejection.GoodwillIsNotOffered;
import io.guanxi.loyalty.account.domain.GivingRejection.GoodwillIsTooMuch;
import io.guanxi.loyalty.account.domain.GivingRejection.YearlyGoodwillReached;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.GrantGoodwill;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint is compensated with points, once. */
final class GrantingGoodwill {

    private static final Duration YEAR = Duration.ofDays(365);

    private GrantingGoodwill() {}

    static @Nullable LoyaltyRejection grant(Unfolding course, GrantGoodwill c, Instant at) {
        LoyaltyAccount account = course.account();
        if (account.profile().complaints().contains(c.complaint())) {
            Tally.Item granted = account.tally().find(Tally.Kind.GOODWILL, c.complaint());
            boolean repeated = granted != null && granted.points() == c.points();
            return repeated ? null : new ComplaintIsCompensated(c.complaint());
        }
        PublishedRules published = course.book().inForce(at, c.stamp().known());
        GoodwillRules rules = published.rules().goodwill();
        if (rules == null) {
            return new GoodwillIsNotOffered();
        }
        if (c.points() > rules.mostPerGrant()) {
            return new GoodwillIsTooMuch(c.points(), rules.mostPerGrant());
        }
        long granted = account.tally().pointsSince(Tally.Kind.GOODWILL, at.minus(YEAR));
        if (c.points() > rules.mostPerCustomerAndYear() - granted) {
            return new YearlyGoodwillReached(rules.mostPerCustomerAndYear(), granted, c.points());
        }
        if (!Room.isThereFor(account.purse(rules.purse()), c.points())) {
            return new BalanceHasNoRoom(c.points());
        }
        course.then(granted(account, c, published, rules.purse(), at));
        RepayingDebt.from(course, rules.purse(), c.stamp().cause(), at);
        return null;
    }

    private static GoodwillGranted granted(
            LoyaltyAccount account, GrantGoodwill c, PublishedRules published, String purse, Instant at) {
        String entryId =
                EffectKey.of(account, "grant", "goodwill", c.complaint()).entryId();
        Lot lot = LotTerms.ofGift(
                entryId,
                at,
                published.rules().purse(purse).orElseThrow(),
                published.rules().zone());
        return new GoodwillGranted(
                entryId,
                c.complaint(),
                purse,
                c.points(),
                c.reason(),
                c.person(),
                published.version(),
                lot,
                List.of(new Move(entryId, Bucket.OUTSIDE, Bucket.AVAILABLE, c.points())),
                List.of(
                        A_COMPLAINT_IS_COMPENSATED_ONCE.found(false),
                        A_COMPLAINT_GIVES_NO_MORE_THAN_ITS_LIMIT.found(false),
                        A_YEAR_GIVES_A_CUSTOMER_NO_MORE_THAN_ITS_LIMIT.found(false)),
                account.purse(purse).available() + c.points(),
                c.stamp().cause(),
                at);
    }
}
