package io.guanxi.loyalty.liability.view.dailytotals;

import static io.guanxi.loyalty.liability.RecordedEntries.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.liability.RecordedEntries;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.domain.Entries;
import io.guanxi.loyalty.liability.domain.Line;
import io.guanxi.loyalty.liability.domain.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeepingTheBooksTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-05T00:00:00Z");

    private final DailyTotalsView view = new DailyTotalsView(tenant -> RecordedEntries.RULES, () -> {
        throw new IllegalStateException("folding needs no store");
    });
    private final Map<String, PostedTotals> documents = new TreeMap<>();
    private final Map<String, Long> positions = new TreeMap<>();

    private void fold(RecordedEvent event) {
        for (String key : view.keys(event)) {
            if (positions.getOrDefault(key, -1L) < event.position()) {
                PostedTotals before = documents.get(key);
                PostedTotals next = view.evolve(key, before, event);
                if (next != before && next != null) {
                    documents.put(key, next);
                    positions.put(key, event.position());
                }
            }
        }
    }

    private static RecordedEvent earned(long position, long points, String recorded) {
        return event(position, Entries.earned("l" + position, points, LONG_AGO), "2026-01-05T00:00:00Z", recorded);
    }

    @Test
    void anEntryCountsOnTheDayItIsRecordedOnHoweverLongAgoItHappened() {
        fold(earned(1, 10, "2026-11-22T08:00:00Z"));
        assertThat(documents).containsOnlyKeys("acme/points/2026-11", "acme/points/2026-11-22");
        assertThat(documents.get("acme/points/2026-11-22").totals().of(Line.ISSUED))
                .isEqualTo(10);
        assertThat(documents.get("acme/points/2026-11-22").zone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void midnightIsThatOfTheProgrammesZone() {
        fold(earned(1, 10, "2026-11-30T15:59:59.999Z"));
        fold(earned(2, 5, "2026-11-30T16:00:00Z"));
        assertThat(documents.keySet())
                .contains("acme/points/2026-11-30", "acme/points/2026-12-01", "acme/points/2026-12");
        assertThat(documents.get("acme/points/2026-11").totals().of(Line.ISSUED))
                .isEqualTo(10);
    }

    @Test
    void aDayThatHasBegunIsTouchedWhenAnotherMachineStillWritesTheDayBefore() {
        fold(earned(1, 10, "2026-11-22T16:00:00.001Z"));
        fold(earned(2, 5, "2026-11-22T15:59:59.999Z"));
        PostedTotals today = documents.get("acme/points/2026-11-23");
        assertThat(today.totals().of(Line.ISSUED)).isEqualTo(10);
        assertThat(today.catchingUp()).isEqualTo(1);
        assertThat(documents.get("acme/points/2026-11-22").totals().of(Line.ISSUED))
                .isEqualTo(5);
    }

    @Test
    void aDayThatHasNotBegunIsNotMadeByTheDayBefore() {
        fold(earned(1, 10, "2026-11-22T15:59:59Z"));
        assertThat(documents).doesNotContainKey("acme/points/2026-11-23");
    }

    @Test
    void whatIsDeliveredAHundredTimesCountsOnce() {
        List<RecordedEvent> log = List.of(
                earned(1, 10, "2026-11-22T15:30:00Z"),
                earned(2, 20, "2026-11-22T16:30:00Z"),
                event(
                        3,
                        Entries.spent(LONG_AGO, Entries.out("l1", 4)),
                        "2026-11-22T17:00:00Z",
                        "2026-11-22T17:00:00Z"));
        log.forEach(this::fold);
        Map<String, PostedTotals> once = new TreeMap<>(documents);
        for (int i = 0; i < 100; i++) {
            log.forEach(this::fold);
        }
        assertThat(documents).isEqualTo(once);
        assertThat(documents.get("acme/points/2026-11").totals().liability()).isEqualTo(26);
    }

    @Test
    void whatMovesNoPointsIsNoPosting() {
        assertThat(view.keys(event(
                        1, new LoyaltyEvent.DueSet(null, LONG_AGO), "2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")))
                .isEmpty();
        assertThat(view.keys(event(1, Entries.held(LONG_AGO, "l", 5), "2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")))
                .isEmpty();
        assertThat(view.keys(event(1, "another feature's event", "2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void daysArePublishedAndMonthsAreNot() {
        StateTopic<PostedTotals> topic = view.stateTopic();
        assertThat(topic.topic()).isEqualTo(Topics.LOYALTY_TOTALS_STATE);
        assertThat(topic.keys().test("acme/points/2026-11-22")).isTrue();
        assertThat(topic.keys().test("acme/points/2026-11")).isFalse();
    }

    @Test
    void whatIsPublishedFulfilsItsSchemaAndRollsForward() {
        Totals opening = new Totals(Map.of(Line.ISSUED, 500L), 400, 100, 3);
        Totals posted = Totals.of(Entries.earned("l", 70, LONG_AGO))
                .plus(Totals.of(Entries.expired(LONG_AGO, Entries.out("l", 20))))
                .plus(Totals.of(Entries.sent(LONG_AGO, Entries.out("l", 5))));
        BookDay day = new Books(RecordedEntries.RULES)
                .day(
                        "points",
                        LocalDate.of(2026, 11, 22),
                        opening,
                        new Books.Posted(ZoneId.of("Asia/Shanghai"), posted, 3));
        DayState state = DayState.of(day, Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(StateTopic.of(Topics.LOYALTY_TOTALS_STATE, (DayState body) -> body)
                        .violations(state))
                .isEmpty();
        assertThat(state.owedAtEnd() + state.pendingAtEnd()).isEqualTo(500 + 70 - 20 - 5);
        assertThat(state.debtAtEnd()).isEqualTo(3);
        assertThat(state.money()).containsEntry("expired", Map.of("CNY", "0.20"));
        assertThat(state.money()).containsEntry("owedAtEnd", Map.of("CNY", "4.45"));
    }
}
