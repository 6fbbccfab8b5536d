package io.guanxi.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller works as. A token names roles in lower case with hyphens, such as {@code loyalty-manager}. */
public enum Role {
    /** Serves customers: reads the customer view, works on tickets. */
    AGENT,
    /** Plans campaigns over segments. */
    MARKETER,
    /** Designs the loyalty programme and corrects accounts. */
    LOYALTY_MANAGER,
    /** Reads measures, and no single customer's personal data. */
    ANALYST,
    /** A shop's system: hands orders and registrations in. */
    SHOP,
    /** Runs the platform: metrics, dead letters, replays. */
    OPERATOR,
    /** May do everything within its tenant. */
    ADMIN;

    /** The role as a token's {@code roles} claim names it. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty for a name that is no role here; such a name grants nothing */
    public static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
