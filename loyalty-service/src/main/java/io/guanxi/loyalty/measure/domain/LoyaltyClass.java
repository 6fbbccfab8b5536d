package io.guanxi.loyalty.measure.domain;

/**
 * The four kinds of loyalty by behaviour and attitude.
 *
 * <p>A. Dick and K. Basu, "Customer Loyalty: Toward an Integrated Conceptual Framework", Journal of the Academy of Marketing
 * Science 22(2), 1994.
 */
public enum LoyaltyClass {
    /** Buys often and thinks well of the shop. */
    TRUE(Behaviour.HIGH, Attitude.HIGH),
    /** Thinks well of the shop and buys little. */
    LATENT(Behaviour.LOW, Attitude.HIGH),
    /** Buys often without thinking well of the shop. */
    SPURIOUS(Behaviour.HIGH, Attitude.LOW),
    NONE(Behaviour.LOW, Attitude.LOW);

    private final Behaviour behaviour;
    private final Attitude attitude;

    LoyaltyClass(Behaviour behaviour, Attitude attitude) {
        this.behaviour = behaviour;
        this.attitude = attitude;
    }

    /** What is not known rules nothing out. */
    boolean agreesWith(Behaviour seen, Attitude said) {
        return (seen == Behaviour.TOO_EARLY || seen == behaviour) && (said == Attitude.UNKNOWN || said == attitude);
    }
}
