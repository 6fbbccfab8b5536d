package io.guanxi.loyalty.account.audit;

import java.util.List;

/**
 * Whether an account's log and its views tell the same.
 *
 * @param agrees whether every check holds
 * @param logVersion sequence of the account's last event
 * @param viewVersion sequence of the last event that is in the account's details; smaller if they have yet to catch up
 * @param entriesVersion sequence of the latest line that is listed; {@link #NO_ENTRIES} if none is
 * @param limits what a report that agrees does not prove, in sentences
 */
public record AuditReport(
        String customerId,
        boolean agrees,
        long logVersion,
        long viewVersion,
        long entriesVersion,
        List<Check> checks,
        List<String> limits) {

    static final long NO_ENTRIES = -1;

    static final List<String> LIMITS = List.of(
            "Each view is compared as far as it has come: what is missing at its end looks like what is still to come."
                    + " If nothing is being written, viewVersion is soon logVersion, and so is entriesVersion once there is a line.",
            "The log is folded by the program that wrote it: points that a wrong rule gave are not found."
                    + " The explanation of an entry shows the numbers that its points come from.",
            "Order events that never reached the log are not missed: see the parked events and the dead letters.");

    public AuditReport {
        checks = List.copyOf(checks);
        limits = List.copyOf(limits);
    }

    /**
     * One comparison.
     *
     * @param name what must be equal, stable, in kebab-case
     * @param expected what the log gives
     * @param found what was recorded or what the view shows
     */
    public record Check(String name, long expected, long found) {

        public boolean holds() {
            return expected == found;
        }
    }
}
