package io.guanxi.loyalty.liability.view.lots;

import io.guanxi.loyalty.liability.domain.LotFlow;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one lot of points.
 *
 * @param draw a number by chance that never changes: the lots with the smallest ones are a fair sample of all
 * @param ends whether its points can end at all
 * @param since the day its age is counted from, in UTC
 * @param flows what happened, by day of the account's own time in UTC; at most one for each day of its life
 */
public record LotHistory(
        String tenant, String purse, long draw, boolean ends, LocalDate since, Map<String, LotFlow> flows) {

    public LotHistory {
        flows = new TreeMap<>(flows);
    }

    LotHistory with(String day, LotFlow flow) {
        var more = new TreeMap<>(flows);
        more.merge(day, flow, LotFlow::plus);
        return new LotHistory(tenant, purse, draw, ends, since, more);
    }
}
