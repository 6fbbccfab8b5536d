package io.guanxi.loyalty.liability.view.owedbydate;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.domain.Totals;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A document for each purse and pair of days on which something happened and was recorded: mostly one a day. */
@Component
class OwedByDateView implements KeylessView<HappenedTotals> {

    private final Function<String, RuleBook> rules;

    @Autowired
    OwedByDateView(RuleBooks rules) {
        this(rules::of);
    }

    /** @param rules by tenant */
    OwedByDateView(Function<String, RuleBook> rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "owed-by-date";
    }

    @Override
    public Class<HappenedTotals> document() {
        return HappenedTotals.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        if (!(event.payload() instanceof LedgerEntry entry) || Totals.of(entry).isNothing()) {
            return List.of();
        }
        Days days = days(event, entry);
        return List.of(event.tenant() + "/" + entry.purse() + "/" + days.happened() + "/" + days.recorded());
    }

    private record Days(LocalDate happened, LocalDate recorded) {}

    /** Both in the zone that held when it was recorded. The oldest entries know no time of the account's own. */
    private Days days(RecordedEvent event, LedgerEntry entry) {
        Instant happened = Objects.requireNonNullElse(entry.at(), event.happened());
        ZoneId zone = new Books(rules.apply(event.tenant())).zone(event.recorded());
        return new Days(
                happened.atZone(zone).toLocalDate(),
                event.recorded().atZone(zone).toLocalDate());
    }

    @Override
    public @Nullable HappenedTotals evolve(@Nullable HappenedTotals current, RecordedEvent event) {
        var entry = (LedgerEntry) event.payload();
        Days days = days(event, entry);
        Totals before = current == null ? Totals.NONE : current.totals();
        return new HappenedTotals(
                event.tenant(),
                entry.purse(),
                days.happened().toString(),
                days.recorded().toString(),
                before.plus(Totals.of(entry)));
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("tenant", "happened"));
    }
}
