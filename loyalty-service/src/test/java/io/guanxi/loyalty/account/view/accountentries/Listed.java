package io.guanxi.loyalty.account.view.accountentries;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.history.Lines;
import io.guanxi.loyalty.account.history.RecordedLine;
import java.util.List;
import java.util.Objects;

/** The lines that the view lists of an account. */
public final class Listed {

    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();

    private Listed() {}

    public static List<AccountEntry> of(List<LoyaltyEvent> events) {
        var view = new AccountEntriesView();
        return Lines.of(events).stream()
                .map(Listed::recorded)
                .filter(event -> !view.keys(event).isEmpty())
                .map(event -> Objects.requireNonNull(view.evolve(null, event)))
                .toList();
    }

    public static RecordedEvent recorded(RecordedLine line) {
        return new RecordedEvent(
                "e-" + line.sequence(),
                LedgerFixture.ACCOUNT,
                line.sequence(),
                line.sequence(),
                CATALOGUE.nameOf(line.event().getClass()),
                line.event(),
                "acme",
                line.happened(),
                line.recorded(),
                "c-1",
                null,
                null,
                null);
    }
}
