package io.guanxi.loyalty.account.messaging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The accounts of late that are known to be open. An open account stays open, so news that could only open it need not be
 * decided: three of an order's four events save their reads. To know too few costs only those reads.
 *
 * <p>For many threads.
 */
final class OpenAccounts {

    private final Map<String, Boolean> latest;

    /** @param most how many are remembered; those not asked for longest are forgotten first */
    OpenAccounts(int most) {
        this.latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    synchronized boolean includes(String account) {
        return latest.get(account) != null;
    }

    synchronized void add(String account) {
        latest.put(account, true);
    }
}
