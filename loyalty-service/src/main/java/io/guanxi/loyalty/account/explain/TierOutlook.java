package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.OrderStanding;
import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.account.domain.TierMeasure;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TierRules.Downgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Tier;
import io.guanxi.loyalty.programme.domain.TierRules.Upgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account's tier needs, by the rules of a moment: how much more keeps it, and how much more gives the next one.
 *
 * @param version of the rules
 * @param rules of that version
 * @param zone in which days are counted
 * @param count what counts for a rise at this moment
 * @param keeping absent if no review is to come, or if there is no tier that could be lost
 * @param rising absent on the highest tier
 */
public record TierOutlook(
        int version,
        TierRules rules,
        ZoneId zone,
        Count count,
        @Nullable Keeping keeping,
        @Nullable Rising rising) {

    /**
     * The tier that is judged at the next review, or at the end of its grace.
     *
     * @param counted what will count then of what is there
     * @param missing zero if it is enough already
     * @param judged what is paid before this moment counts
     * @param otherwise the tier that the account falls to
     * @param graceUntil until when the tier is kept all the same; absent if it is not
     */
    public record Keeping(
            Tier tier,
            Count counted,
            BigDecimal missing,
            Instant judged,
            Tier otherwise,
            @Nullable Instant graceUntil) {

        public boolean isEnough() {
            return missing.signum() == 0;
        }
    }

    /**
     * The next tier.
     *
     * @param missing zero if it is enough already
     * @param before what is paid before this moment is added to all that counts now; absent if nothing counts yet
     * @param effective when the tier is given; absent is at once
     */
    public record Rising(
            Tier tier,
            BigDecimal missing,
            @Nullable Instant before,
            @Nullable Instant effective) {}

    /** Empty if the programme has no tiers by these rules. */
    public static Optional<TierOutlook> of(LoyaltyAccount account, PublishedRules published, Instant at) {
        TierRules rules = published.rules().tiers();
        return rules == null ? Optional.empty() : Optional.of(new Looking(account, published, rules, at).outlook());
    }

    /** One look at one account. */
    private record Looking(LoyaltyAccount account, PublishedRules published, TierRules rules, Instant at) {

        TierOutlook outlook() {
            Count present = count(from(at), at.plusNanos(1));
            return new TierOutlook(published.version(), rules, programme().zone(), present, keeping(), rising(present));
        }

        private @Nullable Keeping keeping() {
            TierStanding standing = account.tier();
            Instant judged = standing == null ? null : judged(standing);
            int rank = standing == null ? 0 : TierMeasure.rank(rules, standing.earned());
            if (standing == null || judged == null || rank == 0) {
                return null;
            }
            Tier tier = rules.tiers().get(rank);
            Count counted = countedAt(judged);
            int reached = TierMeasure.rank(
                    rules, TierMeasure.qualified(rules, counted.value()).code());
            int fallen = rules.downgrade() == Downgrade.ONE_TIER ? Math.max(reached, rank - 1) : reached;
            boolean grace = rules.graceDays() > 0 && standing.grace() == null;
            return new Keeping(
                    tier,
                    counted,
                    missing(tier, counted),
                    judged,
                    rules.tiers().get(Math.min(fallen, rank)),
                    grace ? judged.plus(Duration.ofDays(rules.graceDays())) : null);
        }

        private @Nullable Rising rising(Count present) {
            TierStanding standing = account.tier();
            int rank = standing == null ? 0 : rank(standing);
            if (rank + 1 >= rules.tiers().size()) {
                return null;
            }
            Tier next = rules.tiers().get(rank + 1);
            if (rules.upgrade() == Upgrade.AT_ONCE) {
                return new Rising(next, missing(next, present), sameUntil(present), null);
            }
            Instant arranged = standing == null ? null : judged(standing);
            Instant review = arranged == null ? TierMeasure.windowEnd(programme(), rules.window(), at) : arranged;
            return new Rising(next, missing(next, countedAt(review)), review, review);
        }

        /** The higher one of what was earned and what was set. */
        private int rank(TierStanding standing) {
            return Math.max(TierMeasure.rank(rules, standing.earned()), TierMeasure.rank(rules, standing.tier()));
        }

        private static @Nullable Instant judged(TierStanding standing) {
            return standing.grace() == null ? standing.review() : standing.grace();
        }

        private Count countedAt(Instant judged) {
            return count(from(judged.minusNanos(1)), judged);
        }

        private Instant from(Instant moment) {
            return TierMeasure.windowStart(programme(), rules.window(), moment);
        }

        private Count count(Instant from, Instant until) {
            return TierMeasure.count(account, rules, from, until);
        }

        private static BigDecimal missing(Tier tier, Count counted) {
            return tier.threshold().subtract(counted.value()).max(BigDecimal.ZERO);
        }

        /** Until when all that counts now goes on counting. */
        private @Nullable Instant sameUntil(Count present) {
            if (rules.window().kind() == Window.Kind.CALENDAR) {
                return TierMeasure.windowEnd(programme(), rules.window(), at);
            }
            return account.orders().values().stream()
                    .map(OrderStanding::payment)
                    .filter(Objects::nonNull)
                    .map(OrderStanding.Payment::paidAt)
                    .filter(paid -> !paid.isBefore(present.from()) && !paid.isAfter(at))
                    .sorted()
                    .filter(paid -> count(paid, paid.plusNanos(1)).value().signum() > 0)
                    .findFirst()
                    .map(this::dropsOut)
                    .orElse(null);
        }

        /** The first moment at which an order no longer counts in a window that moves with the days. */
        private Instant dropsOut(Instant paid) {
            LocalDate day = paid.atZone(programme().zone())
                    .toLocalDate()
                    .plusMonths(rules.window().months())
                    .minusDays(1);
            while (!from(startOf(day)).isAfter(paid)) {
                day = day.plusDays(1);
            }
            return startOf(day);
        }

        private Instant startOf(LocalDate day) {
            return day.atStartOfDay(programme().zone()).toInstant();
        }

        private ProgrammeRules programme() {
            return published.rules();
        }
    }
}
