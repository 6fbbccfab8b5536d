package io.guanxi.loyalty.liability.view.dailytotals;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.domain.Totals;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What was posted on each day, and what was owed at its start and end? */
@Component
public class ReadTheBooks {

    private static final Sort BY_PERIOD = Sort.ascending("period");
    private static final int AT_A_TIME = 500;

    private final ViewStore<PostedTotals> posted;
    private final Function<String, RuleBook> rules;

    @Autowired
    ReadTheBooks(Views views, DailyTotalsView view, RuleBooks rules) {
        this(views.store(view), rules::of);
    }

    ReadTheBooks(ViewStore<PostedTotals> posted, Function<String, RuleBook> rules) {
        this.posted = posted;
        this.rules = rules;
    }

    /** The books' days from the first to the last, also those without postings once there was one. */
    public List<BookDay> days(String tenant, String purse, LocalDate from, LocalDate until) {
        Map<LocalDate, Books.Posted> byDay = new HashMap<>();
        Bson span = and(gte("period", from.toString()), lte("period", until.toString()));
        for (PostedTotals day : all(tenant, purse, PostedTotals.DAY, span)) {
            byDay.put(LocalDate.parse(day.period()), content(day));
        }
        return new Books(rules.apply(tenant)).days(purse, before(tenant, purse, from), byDay, from, until);
    }

    /** One day as it stands in the books now. */
    BookDay day(PostedTotals day) {
        LocalDate date = LocalDate.parse(day.period());
        Totals opening = before(day.tenant(), day.purse(), date);
        return new Books(rules.apply(day.tenant())).day(day.purse(), date, opening, content(day));
    }

    /** When the latest entry of a tenant was recorded that the books know of. */
    public Optional<Instant> latest(String tenant) {
        return posted
                .page(and(eq("tenant", tenant), eq("span", PostedTotals.DAY)), Sort.descending("period"), null, 1)
                .items()
                .stream()
                .findFirst()
                .map(PostedTotals::recorded);
    }

    private static Books.Posted content(PostedTotals day) {
        return new Books.Posted(ZoneId.of(day.zone()), day.totals(), day.entries());
    }

    /** Whole months before that of the day, and the days before it in its own. */
    private Totals before(String tenant, String purse, LocalDate day) {
        String month = DailyTotalsView.month(day);
        Bson earlier = and(gte("period", month), lt("period", day.toString()));
        return sum(all(tenant, purse, PostedTotals.MONTH, lt("period", month)))
                .plus(sum(all(tenant, purse, PostedTotals.DAY, earlier)));
    }

    private static Totals sum(List<PostedTotals> periods) {
        return periods.stream().map(PostedTotals::totals).reduce(Totals.NONE, Totals::plus);
    }

    private List<PostedTotals> all(String tenant, String purse, String span, Bson periods) {
        Bson filter = and(eq("tenant", tenant), eq("purse", purse), eq("span", span), periods);
        var all = new ArrayList<PostedTotals>();
        @Nullable String cursor = null;
        do {
            Page<PostedTotals> page = posted.page(filter, BY_PERIOD, cursor, AT_A_TIME);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
