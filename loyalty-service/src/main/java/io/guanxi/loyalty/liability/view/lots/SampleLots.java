package io.guanxi.loyalty.liability.view.lots;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.loyalty.liability.domain.LotFlow;
import io.guanxi.loyalty.liability.domain.LotLife;
import io.guanxi.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the points of each lot? */
@Component
public class SampleLots {

    /** So many are looked at, at most; all of them if there are fewer. */
    public static final int MOST = 20_000;

    private static final Sort BY_CHANCE = Sort.ascending("draw");
    private static final int AT_A_TIME = 1000;

    private final ViewStore<LotHistory> lots;

    SampleLots(Views views, LotsView view) {
        this.lots = views.store(view);
    }

    /** Always the same lots as long as none is new. */
    public List<LotLife> of(String tenant, String purse) {
        Bson filter = and(eq("tenant", tenant), eq("purse", purse));
        var found = new ArrayList<LotLife>();
        @Nullable String cursor = null;
        do {
            Page<LotHistory> page = lots.page(filter, BY_CHANCE, cursor, AT_A_TIME);
            page.items().forEach(lot -> found.add(life(lot)));
            cursor = page.next();
        } while (cursor != null && found.size() < MOST);
        return found;
    }

    /** How many there are. */
    public long count(String tenant, String purse) {
        return lots.count(and(eq("tenant", tenant), eq("purse", purse)));
    }

    private static LotLife life(LotHistory lot) {
        var flows = new TreeMap<LocalDate, LotFlow>();
        lot.flows().forEach((day, flow) -> flows.put(LocalDate.parse(day), flow));
        return new LotLife(lot.since(), lot.ends(), flows);
    }
}
