package io.guanxi.loyalty.liability.view.owedbydate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.loyalty.liability.domain.Totals;
import io.guanxi.web.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was owed at any date, as far as it was known at any other? */
@Component
public class FindWhatIsOwed {

    private static final Sort BY_DAY = Sort.ascending("happened");
    private static final int AT_A_TIME = 1000;

    private final ViewStore<HappenedTotals> totals;

    FindWhatIsOwed(Views views, OwedByDateView view) {
        this.totals = views.store(view);
    }

    /**
     * All totals by purse, up to the ends of two days.
     *
     * @param asOf the last day whose happenings count
     * @param knownAt the last day whose records count
     */
    public Map<String, Totals> byPurse(String tenant, LocalDate asOf, LocalDate knownAt) {
        Bson filter = and(eq("tenant", tenant), lte("happened", asOf.toString()), lte("recorded", knownAt.toString()));
        var byPurse = new TreeMap<String, Totals>();
        @Nullable String cursor = null;
        do {
            Page<HappenedTotals> page = totals.page(filter, BY_DAY, cursor, AT_A_TIME);
            page.items().forEach(one -> byPurse.merge(one.purse(), one.totals(), Totals::plus));
            cursor = page.next();
        } while (cursor != null);
        return byPurse;
    }
}
