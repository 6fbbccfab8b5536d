package io.guanxi.eventing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.test.MovableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KeepingTheTimeOfTheStoreTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final Store store = new Store();
    private final Clock clock = new StoreClock(store::time, () -> store.watch);
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(StoreClockAutoConfiguration.class));

    @Test
    void itIsTheStoresTimeAndGoesOnByTheWatch() {
        assertThat(clock.instant()).isEqualTo(START);
        store.pass(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
        assertThat(store.looks).isEqualTo(1);
    }

    @Test
    void itIsNeverAheadOfTheStoreHoweverLongTheAnswerTakes() {
        store.answersTake = Duration.ofSeconds(2);
        Instant seen = clock.instant();
        assertThat(seen).isEqualTo(START).isBeforeOrEqualTo(store.now);
    }

    @Test
    void itLooksAgainSoonSoThatItFollowsTheStore() {
        clock.instant();
        store.pass(Duration.ofSeconds(6));
        store.now = store.now.minusMillis(40);
        assertThat(clock.instant()).isEqualTo(store.now);
        assertThat(store.looks).isEqualTo(2);
    }

    @Test
    void itGoesOnWhileTheStoreIsAwayAndLooksWhenItIsBack() {
        clock.instant();
        store.isAway = true;
        store.pass(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
        store.isAway = false;
        store.now = store.now.plusSeconds(1);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)).plusSeconds(1));
    }

    @Test
    void thereIsNoTimeBeforeTheStoreHasAnswered() {
        store.isAway = true;
        assertThatThrownBy(clock::instant).hasMessage("the store is away");
        store.isAway = false;
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void aServiceWithADatabaseGetsTheTimeOfItsStore(@TempDir Path folder) {
        try (EmbeddedStore running = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(running.uri())) {
            service.withBean(MongoDatabase.class, () -> client.getDatabase("clock"))
                    .run(context -> {
                        Clock ofTheService = context.getBean(Clock.class);
                        assertThat(ofTheService).isInstanceOf(StoreClock.class);
                        assertThat(ofTheService.instant())
                                .isBetween(
                                        Instant.now().minusSeconds(60),
                                        Instant.now().plusSeconds(60));
                    });
        }
    }

    @Test
    void aServiceWithAClockOfItsOwnKeepsItAndOneWithoutADatabaseGetsNone() {
        Clock own = new MovableClock(START);
        service.withInitializer(context -> context.getBeanFactory().registerSingleton("movableClock", own))
                .withBean(MongoDatabase.class, KeepingTheTimeOfTheStoreTest::neverAsked, bean -> bean.setLazyInit(true))
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(own));
        service.run(context -> assertThat(context).doesNotHaveBean(Clock.class));
    }

    private static MongoDatabase neverAsked() {
        throw new AssertionError("the store is not needed");
    }

    /** A store and a watch in a world where time passes when the test says so. */
    private static final class Store {
        private Instant now = START;
        private long watch = Long.MAX_VALUE - 1_000;
        private Duration answersTake = Duration.ZERO;
        private boolean isAway;
        private int looks;

        Instant time() {
            if (isAway) {
                throw new IllegalStateException("the store is away");
            }
            looks++;
            Instant answered = now;
            pass(answersTake);
            return answered;
        }

        void pass(Duration time) {
            now = now.plus(time);
            watch += time.toNanos();
        }
    }
}
