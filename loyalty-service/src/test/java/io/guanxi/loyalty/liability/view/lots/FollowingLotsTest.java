package io.guanxi.loyalty.liability.view.lots;

import static io.guanxi.loyalty.liability.RecordedEntries.ACCOUNT;
import static io.guanxi.loyalty.liability.RecordedEntries.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.liability.domain.Entries;
import io.guanxi.loyalty.liability.domain.LotFlow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FollowingLotsTest {

    private static final Instant BORN = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T16:00:00Z");

    private final LotsView view = new LotsView();
    private final Map<String, LotHistory> lots = new TreeMap<>();
    private long position;

    private void fold(LedgerEntry entry) {
        String at = Objects.requireNonNull(entry.at()).toString();
        RecordedEvent event = event(position++, entry, at, at);
        for (String key : view.keys(event)) {
            LotHistory next = view.evolve(key, lots.get(key), event);
            if (next != null) {
                lots.put(key, next);
            }
        }
    }

    private LotHistory lot(String id) {
        return Objects.requireNonNull(lots.get(ACCOUNT + "/" + id), id);
    }

    @Test
    void aLotRemembersWhatBecameOfItsPointsByDay() {
        fold(Entries.earned(
                Entries.lot("one", BORN, END), Entries.move("one", Bucket.OUTSIDE, Bucket.PENDING, 100), BORN));
        fold(Entries.matured(BORN.plusSeconds(86_400), "one", 100));
        fold(Entries.held(BORN.plusSeconds(90_000), "one", 30));
        fold(Entries.spent(BORN.plusSeconds(90_001), Entries.move("one", Bucket.HELD, Bucket.OUTSIDE, 30)));
        fold(Entries.returned(BORN.plusSeconds(90_002), Entries.in("one", 10)));
        fold(Entries.reversed(BORN.plusSeconds(200_000), 0, Entries.out("one", 15)));
        fold(Entries.expired(END, Entries.out("one", 65)));

        assertThat(lot("one").ends()).isTrue();
        assertThat(lot("one").since()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(lot("one").flows())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2026-01-01", new LotFlow(100, 0, 0, 0),
                        "2026-01-02", new LotFlow(0, 20, 0, 0),
                        "2026-01-03", new LotFlow(0, 0, 0, 15),
                        "2027-01-01", new LotFlow(0, 0, 65, 0)));
        assertThat(lot("one").flows().values().stream()
                        .mapToLong(LotFlow::change)
                        .sum())
                .isZero();
    }

    @Test
    void onePaymentFromTwoLotsIsToldOfEach() {
        fold(Entries.earned("one", 10, BORN));
        fold(Entries.earned("two", 10, BORN));
        fold(Entries.spent(BORN, Entries.out("one", 10), Entries.out("two", 4)));
        assertThat(lot("one").flows().get("2026-01-01")).isEqualTo(new LotFlow(10, 10, 0, 0));
        assertThat(lot("two").flows().get("2026-01-01")).isEqualTo(new LotFlow(10, 4, 0, 0));
        assertThat(lot("two").ends()).as("a lot without a last day").isFalse();
    }

    @Test
    void theDrawOfALotNeverChangesAndLotsDrawDifferently() {
        fold(Entries.earned("one", 10, BORN));
        long draw = lot("one").draw();
        fold(Entries.spent(BORN, Entries.out("one", 1)));
        fold(Entries.earned("two", 10, BORN));
        assertThat(lot("one").draw()).isEqualTo(draw).isNotEqualTo(lot("two").draw());
    }
}
