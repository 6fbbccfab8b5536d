package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutPolicy;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.Foresight;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldPoints;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.SpendingPower;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.explain.RedemptionExplanation.Waiting;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the same decider as the checkout does, and throws its decision away. */
public final class ExplainingARedemption {

    private static final String NOBODY = "nobody";

    private ExplainingARedemption() {}

    /** @param points 1 or more */
    public static RedemptionExplanation explain(AccountThen then, String purse, long points, RuleBook book) {
        LoyaltyAccount account = then.account();
        PublishedRules published = book.inForce(then.asOf(), then.knownAt());
        var power = SpendingPower.of(account, purse, published.rules());
        LoyaltyRejection refusal = refusal(then, purse, points, book);
        List<Waiting> waiting = account.lots()
                .in(purse, Bucket.PENDING)
                .map(lot -> new Waiting(lot.pending(), lot.matures()))
                .sorted(Comparator.comparing(
                        Waiting::matures, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList();
        Instant enoughAt = refusal == null || !power.spendable() ? null : enoughAt(then, purse, points, book);
        var told = new RedemptionStory(published.rules().zone(), points, power, refusal, enoughAt);
        return new RedemptionExplanation(
                then.asOf(),
                purse,
                points,
                refusal == null,
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.message(),
                power.points(),
                Math.max(0, points - power.points()),
                power.debt(),
                waiting,
                enoughAt,
                findings(then, purse, points, book, power).stream()
                        .map(ExplainingAnEntry::policy)
                        .toList(),
                Language.inEach(wording -> wording.standing().redemption(told)));
    }

    /** All that is told of a redemption. */
    record RedemptionStory(
            ZoneId zone,
            long points,
            SpendingPower power,
            @Nullable LoyaltyRejection refusal,
            @Nullable Instant enoughAt) {}

    private static Decision<LoyaltyEvent, LoyaltyRejection> decision(
            AccountThen then, String purse, long points, RuleBook book) {
        String account = Objects.requireNonNull(then.account().id(), "the account is open");
        var wish = new HoldPoints(
                account,
                NOBODY,
                purse,
                points,
                new OrderRef(NOBODY, NOBODY),
                then.asOf().plus(Duration.ofMinutes(1)),
                new Stamp(NOBODY, then.asOf(), then.knownAt()));
        return LoyaltyDecider.decide(then.account(), wish, book);
    }

    private static @Nullable LoyaltyRejection refusal(AccountThen then, String purse, long points, RuleBook book) {
        return decision(then, purse, points, book) instanceof Decision.Refused<LoyaltyEvent, LoyaltyRejection> refused
                ? refused.reason()
                : null;
    }

    private static List<Finding> findings(
            AccountThen then, String purse, long points, RuleBook book, SpendingPower power) {
        if (decision(then, purse, points, book) instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            return accepted.events().stream()
                    .filter(PointsHeld.class::isInstance)
                    .flatMap(held -> ((PointsHeld) held).findings().stream())
                    .toList();
        }
        if (!power.spendable()) {
            return List.of(new Finding(CheckoutPolicy.ONLY_SPENDABLE_POINTS_BUY_ANYTHING.code(), true));
        }
        return List.of(
                new Finding(CheckoutPolicy.ONLY_SPENDABLE_POINTS_BUY_ANYTHING.code(), false),
                new Finding(CheckoutPolicy.POINTS_THAT_ARE_OWED_BUY_NOTHING.code(), power.debt() > 0),
                new Finding(CheckoutPolicy.NOBODY_SPENDS_MORE_THAN_IS_AVAILABLE.code(), true));
    }

    private static @Nullable Instant enoughAt(AccountThen then, String purse, long points, RuleBook book) {
        var moments = new TreeSet<Instant>();
        then.account()
                .lots()
                .in(purse, Bucket.PENDING)
                .map(LotStanding::matures)
                .forEach(moment -> {
                    if (moment != null) {
                        moments.add(moment);
                    }
                });
        return moments.stream()
                .filter(moment -> SpendingPower.of(
                                        Foresight.of(then.account(), moment, book),
                                        purse,
                                        book.inForce(moment, then.knownAt()).rules())
                                .points()
                        >= points)
                .findFirst()
                .orElse(null);
    }
}
