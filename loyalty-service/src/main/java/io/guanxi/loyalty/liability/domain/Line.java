package io.guanxi.loyalty.liability.domain;

import java.util.Locale;

/** A line of the books: why points that customers have became more or fewer. */
public enum Line {
    /** Earned with orders. */
    ISSUED(1),
    /** Pending until then and usable since; changes nothing that is owed. */
    MATURED(0),
    /** Paid at checkouts and for rewards. */
    REDEEMED(-1),
    /** Not used in time: breakage that has happened. */
    EXPIRED(-1),
    /** Taken back for cancelled and returned orders, as far as it was there. */
    REVERSED(-1),
    /** Spent and given back. */
    RETURNED(1),
    /** Came from other accounts, or back from where they could not be received. */
    TRANSFERRED_IN(1),
    TRANSFERRED_OUT(-1),
    ADJUSTED_UP(1),
    ADJUSTED_DOWN(-1),
    /** Given as compensation for complaints; no sale paid for them. */
    GOODWILL(1),
    /** Given for recommendations; no sale paid for them. */
    BONUS(1),
    CORRECTED_UP(1),
    CORRECTED_DOWN(-1),
    /** Taken for points that accounts owed. */
    DEBT_REPAID(-1);

    private final int sign;

    Line(int sign) {
        this.sign = sign;
    }

    /** What one point of this line adds to what is owed: 1, 0 or -1. */
    public int sign() {
        return sign;
    }

    /** As files name it, such as {@code transferred_in}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
