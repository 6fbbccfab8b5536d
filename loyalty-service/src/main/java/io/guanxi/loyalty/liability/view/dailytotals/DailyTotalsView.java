package io.guanxi.loyalty.liability.view.dailytotals;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventing.view.Views;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.domain.Totals;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A document for each purse and day, and one for each purse and month, so that what was there before a day is the sum of few
 * documents. An entry counts on the day on which it was recorded: then a day that is over gets no more entries, however late
 * something is reported.
 *
 * <p>Sums do not depend on the order of entries. So two machines whose clocks differ may both write around midnight; a day that
 * has begun is published again when the day before gets another entry.
 */
@Component
class DailyTotalsView implements View<PostedTotals> {

    /** What the clocks of two machines may differ by for the published totals to be right by themselves. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofHours(1);

    private static final int LENGTH_OF_A_DAY = 10;
    private static final int LENGTH_OF_A_MONTH = 7;

    private final Function<String, RuleBook> rules;
    private final Supplier<Views> views;

    @Autowired
    DailyTotalsView(RuleBooks rules, ObjectProvider<Views> views) {
        this(rules::of, views::getObject);
    }

    /** @param rules by tenant */
    DailyTotalsView(Function<String, RuleBook> rules, Supplier<Views> views) {
        this.rules = rules;
        this.views = views;
    }

    @Override
    public String name() {
        return "daily-totals";
    }

    @Override
    public Class<PostedTotals> document() {
        return PostedTotals.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        if (!(event.payload() instanceof LedgerEntry entry) || Totals.of(entry).isNothing()) {
            return List.of();
        }
        Posting posting = posting(event);
        var keys = new ArrayList<String>();
        keys.add(key(event, entry, posting.day().toString()));
        keys.add(key(event, entry, month(posting.day())));
        if (!posting.dayNearby().equals(posting.day())) {
            keys.add(key(event, entry, posting.dayNearby().toString()));
        }
        return keys;
    }

    private static String key(RecordedEvent event, LedgerEntry entry, String period) {
        return event.tenant() + "/" + entry.purse() + "/" + period;
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, LENGTH_OF_A_MONTH);
    }

    /** @param dayNearby the day on which another machine may be already */
    private record Posting(ZoneId zone, LocalDate day, LocalDate dayNearby) {}

    private Posting posting(RecordedEvent event) {
        Instant recorded = event.recorded();
        ZoneId zone = new Books(rules.apply(event.tenant())).zone(recorded);
        return new Posting(
                zone,
                recorded.atZone(zone).toLocalDate(),
                recorded.plus(CLOCKS_DIFFER_BY).atZone(zone).toLocalDate());
    }

    @Override
    public @Nullable PostedTotals evolve(String key, @Nullable PostedTotals current, RecordedEvent event) {
        var entry = (LedgerEntry) event.payload();
        Posting posting = posting(event);
        String period = key.substring(key.lastIndexOf('/') + 1);
        if (period.equals(posting.day().toString()) || period.equals(month(posting.day()))) {
            String zone = posting.zone().getId();
            PostedTotals before = current == null
                    ? PostedTotals.begun(event.tenant(), entry.purse(), span(period), period, zone)
                    : current;
            return before.with(Totals.of(entry), zone, event.recorded());
        }
        return current == null ? null : current.withOneMoreBefore();
    }

    private static String span(String period) {
        return isDay(period) ? PostedTotals.DAY : PostedTotals.MONTH;
    }

    private static boolean isDay(String key) {
        return key.length() - key.lastIndexOf('/') - 1 == LENGTH_OF_A_DAY;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("tenant", "purse", "span", "period"), ViewIndex.on("tenant", "span", "period"));
    }

    /** The days; what was there before is added up when a day is published, after all its documents were written. */
    @Override
    public StateTopic<PostedTotals> stateTopic() {
        return StateTopic.of(Topics.LOYALTY_TOTALS_STATE, DailyTotalsView::isDay, this::state);
    }

    private DayState state(PostedTotals posted) {
        var days = new ReadTheBooks(views.get().store(this), rules);
        return DayState.of(days.day(posted), posted.recorded());
    }
}
