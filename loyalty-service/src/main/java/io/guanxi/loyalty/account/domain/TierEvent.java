package io.guanxi.loyalty.account.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an account's tier. */
public sealed interface TierEvent extends LoyaltyEvent {

    /** Where the account stands from now on. */
    TierStanding standing();

    int ruleVersion();

    List<Finding> findings();

    String cause();

    @Override
    Instant at();

    /**
     * What was counted, and over which time.
     *
     * @param unit of points: the purse; of an amount: the ISO 4217 code; else empty
     * @param from the first moment that counts
     * @param until the first that does not
     */
    record Count(BigDecimal value, String unit, Instant from, Instant until) {}

    /**
     * The tier has changed.
     *
     * @param from the tier that counted before; absent for the first
     */
    record TierChanged(
            @Nullable String from,
            TierStanding standing,
            Reason reason,
            Count count,
            int ruleVersion,
            List<Finding> findings,
            String cause,
            Instant at)
            implements TierEvent {

        public TierChanged {
            findings = List.copyOf(findings);
        }
    }

    /** A review has found that the tier stays. */
    record TierKept(
            TierStanding standing, Count count, int ruleVersion, List<Finding> findings, String cause, Instant at)
            implements TierEvent {

        public TierKept {
            findings = List.copyOf(findings);
        }
    }

    /** A review has found that the tier is not earned any more; it is kept until the end of the grace. */
    record TierGraceBegan(
            TierStanding standing, Count count, int ruleVersion, List<Finding> findings, String cause, Instant at)
            implements TierEvent {

        public TierGraceBegan {
            findings = List.copyOf(findings);
        }
    }

    /** A person has set a floor, or the floor of before has ended or been lifted. */
    record TierFloorChanged(
            @Nullable String from,
            TierStanding standing,
            Reason reason,
            int ruleVersion,
            List<Finding> findings,
            String cause,
            Instant at)
            implements TierEvent {

        public TierFloorChanged {
            findings = List.copyOf(findings);
        }
    }

    /** Why a tier has changed. */
    enum Reason {
        JOINED,
        QUALIFIED,
        REVIEW,
        GRACE_ENDED,
        RETURN_UNDID_UPGRADE,
        FLOOR_SET,
        FLOOR_LIFTED,
        FLOOR_ENDED
    }
}
