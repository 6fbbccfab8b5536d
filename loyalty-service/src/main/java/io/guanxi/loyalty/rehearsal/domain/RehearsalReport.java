package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.kernel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have meant for a period. Everything is stated twice: as it really was ({@code now}), and as it would have
 * been ({@code then}).
 *
 * @param zone in which months end
 * @param sameAsRecorded whether not one line of any ledger would have been another: true when the real rules are rehearsed
 * @param limits what was taken for granted, as codes
 * @param refused what customers really did and could not have done
 */
public record RehearsalReport(
        Instant from,
        Instant until,
        ZoneId zone,
        boolean sameAsRecorded,
        Accounts accounts,
        List<Purse> purses,
        List<Liability> liability,
        List<TierMove> tiers,
        List<Cost> costByGrade,
        List<Cost> costByTier,
        List<Refused> refused,
        List<String> limits) {

    /** Each limit is a sentence that the documentation explains. */
    public static final List<String> LIMITS = List.of(
            "customers-behave-as-they-did",
            "other-accounts-send-what-they-sent",
            "rewards-are-in-stock-as-they-were",
            "referrals-are-judged-as-they-were");

    /**
     * How many accounts.
     *
     * @param total open by the end of the period
     * @param differing which would have been different in points, tier or a refusal
     * @param winners with more points or a higher tier, and neither less
     * @param losers with fewer points or a lower tier, and neither more
     * @param mixed with more of one and less of the other
     */
    public record Accounts(
            long total, long differing, long winners, long losers, long mixed, long tierRisen, long tierFallen) {}

    /**
     * One currency of points.
     *
     * @param costNow what was earned and given, less what was taken back, at the value of a point; absent without a value
     */
    public record Purse(
            String code,
            PointFigures now,
            PointFigures then,
            @Nullable Money costNow,
            @Nullable Money costThen) {}

    /**
     * What is owed to all customers at a moment: pending, available and held points.
     *
     * @param at the first moment after the month
     * @param valueNow at the value of a point in the rules that held then; absent without a value
     */
    public record Liability(
            Instant at,
            String purse,
            long pointsNow,
            long pointsThen,
            @Nullable Money valueNow,
            @Nullable Money valueThen) {}

    /** @param now absent if the account had no tier; {@code then} likewise */
    public record TierMove(@Nullable String now, @Nullable String then, long accounts) {}

    /**
     * What a group of customers was given.
     *
     * @param group absent for those of whom no grade or tier is known; {@code *} for all beyond the most that are told apart
     */
    public record Cost(
            @Nullable String group,
            long accounts,
            String purse,
            long pointsNow,
            long pointsThen,
            @Nullable Money costNow,
            @Nullable Money costThen) {}

    /**
     * @param kind of command: a redemption, a later step of one, a gift, an order or a change of standing
     * @param code the reason of the refusal
     * @param points how many the commands were about, as far as they say
     */
    public record Refused(String kind, String code, long count, long points) {}
}
