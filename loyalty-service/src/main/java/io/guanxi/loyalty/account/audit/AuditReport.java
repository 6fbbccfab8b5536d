package io.guanxi.loyalty.account.audit;

import java.util.List;

/**
 * Whether an account's log and its views tell the same.
 *
 * @param agrees whether every check holds
 * @param logVersion sequence of the account's last event
 * @param viewVersion sequence of the last event that the views were compared at; smaller if they have yet to catch up
 */
public record AuditReport(String customerId, boolean agrees, long logVersion, long viewVersion, List<Check> checks) {

    public AuditReport {
        checks = List.copyOf(checks);
    }

    /**
     * One comparison.
     *
     * @param name what must be equal, stable, in kebab-case
     * @param expected what the fold of the log gives
     * @param found what was recorded or what the view shows
     */
    public record Check(String name, long expected, long found) {

        public boolean holds() {
            return expected == found;
        }
    }
}
