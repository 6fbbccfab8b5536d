package io.guanxi.loyalty.programme.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With a lead time of a minute, and a look at the log every ten seconds. */
class KeepingRuleBooksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final ProgrammeTerms TERMS =
            new ProgrammeTerms(Programme.since(Instant.EPOCH, 1, SomeRules.giving("1")), Duration.ofMinutes(1));

    private final RecordedLog log = new RecordedLog();
    private final AtomicLong watch = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final RuleBooks books = new RuleBooks(log, TERMS, Duration.ofSeconds(10), watch::get);

    @Test
    void aTenantThatHasPublishedNothingHasTheRulesOfTheConfiguration() {
        assertThat(books.of("acme").versions()).containsExactly(TERMS.configured());
    }

    @Test
    void theLogIsAskedOnceInAWhileAndOnlyForWhatIsNew() {
        log.publish("acme", 2);
        books.of("acme");
        books.of("acme");
        assertThat(log.asked).containsExactly(0L);

        pass(Duration.ofSeconds(10));
        books.of("acme");
        assertThat(log.asked).containsExactly(0L);

        pass(Duration.ofNanos(1));
        log.publish("acme", 3);
        assertThat(versions("acme")).containsExactly(3, 2, 1);
        assertThat(log.asked).containsExactly(0L, 2L);
    }

    @Test
    void anOwnPublicationIsKnownAtOnce() {
        books.of("acme");
        log.publish("acme", 2);
        assertThat(versions("acme")).containsExactly(1);

        books.refresh("acme");
        assertThat(versions("acme")).containsExactly(2, 1);
    }

    @Test
    void whoAsksForTheProgrammeGetsItAsTheLogHasItNow() {
        books.of("acme");
        log.publish("acme", 2);

        assertThat(books.programme("acme").published()).hasSize(1);
        assertThat(versions("acme")).containsExactly(2, 1);
    }

    @Test
    void theBookOfOneTenantIsNotThatOfAnother() {
        log.publish("acme", 2);

        assertThat(versions("acme")).containsExactly(2, 1);
        assertThat(versions("zenith")).containsExactly(1);
    }

    @Test
    void aStoreThatIsAwayIsBorneForHalfTheLeadTimeAndNoLonger() {
        log.publish("acme", 2);
        books.of("acme");
        log.away = new IllegalStateException("the store is away");

        pass(Duration.ofSeconds(30));
        assertThat(versions("acme")).containsExactly(2, 1);

        pass(Duration.ofNanos(1));
        assertThatThrownBy(() -> books.of("acme")).isSameAs(log.away);
        assertThatThrownBy(() -> books.of("acme")).isSameAs(log.away);

        log.away = null;
        log.publish("acme", 3);
        assertThat(versions("acme")).containsExactly(3, 2, 1);
    }

    @Test
    void aStoreThatIsAwayIsNotAskedByEveryDecision() {
        books.of("acme");
        log.away = new IllegalStateException("the store is away");
        pass(Duration.ofSeconds(11));
        for (int i = 0; i < 100; i++) {
            books.of("acme");
        }

        assertThat(log.asked).hasSize(2);
    }

    @Test
    void whereNothingWasEverReadThereIsNothingToDecideBy() {
        log.away = new IllegalStateException("the store is away");

        assertThatThrownBy(() -> books.of("acme")).isSameAs(log.away);
    }

    @Test
    void anOwnPublicationThatCannotBeReadIsNotDecidedAgainst() {
        books.of("acme");
        log.publish("acme", 2);
        log.away = new IllegalStateException("the store is away");
        books.refresh("acme");

        assertThatThrownBy(() -> books.of("acme")).isSameAs(log.away);
        log.away = null;
        assertThat(versions("acme")).containsExactly(2, 1);
    }

    @Test
    void othersGoOnWhileOneReadsAgain() throws Exception {
        books.of("acme");
        pass(Duration.ofSeconds(11));
        log.holds = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<List<Integer>> reader = threads.submit(() -> versions("acme"));
            await().atMost(Duration.ofSeconds(10)).until(() -> log.asked.size() == 2);
            log.publish("acme", 2);
            Future<List<Integer>> other = threads.submit(() -> versions("acme"));

            assertThat(other.get(10, TimeUnit.SECONDS)).containsExactly(1);
            log.holds.countDown();
            assertThat(reader.get(10, TimeUnit.SECONDS)).containsExactly(2, 1);
        }
    }

    @Test
    void manyThreadsThatAskForABookReadItOnce() throws Exception {
        log.publish("acme", 2);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Integer>>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> versions("acme")))
                    .toList();
            for (Future<List<Integer>> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).containsExactly(2, 1);
            }
        }
        assertThat(log.asked).containsExactly(0L);
    }

    @Test
    void theStreamOfAProgrammeIsNoCustomersAccount() {
        assertThat(ProgrammeStream.of("acme")).isEqualTo("acme/loyalty-programme");
        assertThat(ProgrammeStream.isOne("acme/loyalty-programme")).isTrue();
        assertThat(ProgrammeStream.isOne("acme/96ea36ff-10f1-59db-bb52-9d339fb5354e"))
                .isFalse();
    }

    private List<Integer> versions(String tenant) {
        return books.of(tenant).versions().stream()
                .map(rules -> rules.version())
                .toList();
    }

    private void pass(Duration time) {
        watch.addAndGet(time.toNanos());
    }

    /** A log that can be away and that can make its readers wait. */
    private static final class RecordedLog implements RecordedProgrammes {

        private final Map<String, List<ProgrammeEvent>> streams = new ConcurrentHashMap<>();
        private final List<Long> asked = new CopyOnWriteArrayList<>();
        private final AtomicInteger drafts = new AtomicInteger();
        private volatile @Nullable RuntimeException away;
        private volatile CountDownLatch holds = new CountDownLatch(0);

        void publish(String tenant, int version) {
            List<ProgrammeEvent> stream = streams.computeIfAbsent(
                    tenant,
                    key -> new CopyOnWriteArrayList<>(
                            List.of(new ProgrammeEvent.StartingRulesKept(NOW, 1, SomeRules.giving("1")))));
            String draft = "d-" + drafts.incrementAndGet();
            stream.add(new ProgrammeEvent.VersionPublished(
                    draft, NOW, "li", draft, version, "Spring", NOW.plusSeconds(60), SomeRules.giving("2")));
        }

        @Override
        public List<ProgrammeEvent> since(String tenant, long first) {
            asked.add(first);
            if (away != null) {
                throw away;
            }
            try {
                assertThat(holds.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            List<ProgrammeEvent> stream = streams.getOrDefault(tenant, List.of());
            return List.copyOf(stream.subList((int) first, stream.size()));
        }
    }
}
