package io.guanxi.loyalty.programme.domain;

/**
 * What happens when points must be taken back of which some are spent, expired or given away.
 *
 * @param shortfall how what is missing is made good
 */
public record ReversalRules(Shortfall shortfall) {

    public enum Shortfall {
        /** The account owes it. As soon as points come, what can be used pays it before anything else. */
        DEBT,
        /** It is taken from the account's other points, the newest first; the account owes the rest. */
        CLAWBACK,
        /** The programme bears it. */
        FORGIVE
    }
}
