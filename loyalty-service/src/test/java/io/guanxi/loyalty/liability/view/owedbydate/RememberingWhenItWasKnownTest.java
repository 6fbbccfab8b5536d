package io.guanxi.loyalty.liability.view.owedbydate;

import static io.guanxi.loyalty.liability.RecordedEntries.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.liability.RecordedEntries;
import io.guanxi.loyalty.liability.domain.Entries;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RememberingWhenItWasKnownTest {

    private final OwedByDateView view = new OwedByDateView(tenant -> RecordedEntries.RULES);

    @Test
    void whatHappenedOnADayAndWhatWasKnownOnADayAreTwoDates() {
        // The last moment of the 21st in Shanghai, recorded in the night of the 22nd.
        RecordedEvent late = event(
                1,
                Entries.expired(Instant.parse("2026-11-21T15:59:59Z"), Entries.out("l", 5)),
                "2026-11-21T15:59:59Z",
                "2026-11-22T17:00:00Z");
        assertThat(view.keys(late)).containsExactly("acme/points/2026-11-21/2026-11-23");
        HappenedTotals document = view.evolve(null, late);
        assertThat(document).isNotNull();
        assertThat(document.totals().owed()).isEqualTo(-5);
        assertThat(view.evolve(document, late).totals().owed()).isEqualTo(-10);
    }
}
