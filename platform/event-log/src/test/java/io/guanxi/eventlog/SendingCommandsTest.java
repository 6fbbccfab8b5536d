package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.sample.Jar;
import io.guanxi.eventlog.sample.JarCommand;
import io.guanxi.eventlog.sample.JarInstruction;
import io.guanxi.eventlog.sample.JarRefusal;
import io.guanxi.eventlog.sample.JarService;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class SendingCommandsTest {

    private static final Origin ORIGIN = new Origin("acme", "correlation-1", "cause-1", "tester");
    private static final Instant HAPPENED = Instant.parse("2020-02-29T12:00:00.123456Z");

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static ConfigurableApplicationContext service;
    private static Commands commands;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
        service = JarService.start(store.uri() + "/jars", "--guanxi.event-log.snapshot-every=5");
        commands = service.getBean(Commands.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        store.close();
    }

    @Test
    void anAcceptedCommandChangesTheAggregate() {
        send("acme/1", new JarCommand.PlaceJar("kitchen", HAPPENED));
        Jar jar = send("acme/1", new JarCommand.AddCoins(List.of(List.of(Money.of("1.20", "EUR")), List.of())));

        assertThat(jar.coins()).isEqualTo(1);
        assertThat(eventNames("acme/1")).containsExactly("jar.placed", "jar.coins-added", "jar.coins-added");
    }

    @Test
    void aRefusalComesOutAsItIsAndStoresNothingWhereTheAggregateIsMissing() {
        assertThatThrownBy(() -> send("acme/2", new JarCommand.AddCoins(List.of(List.of()))))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(JarRefusal.NO_SUCH_JAR));

        assertThat(eventNames("acme/2")).isEmpty();
    }

    @Test
    void aCommandWithoutEffectStoresNothingWhereTheAggregateIsMissing() {
        assertThat(send("acme/3", new JarCommand.LookAtJar())).isEqualTo(Jar.absent());

        assertThat(eventNames("acme/3")).isEmpty();
    }

    private static Jar send(String jar, JarCommand command) {
        return commands.send(new JarInstruction(jar, command), ORIGIN, HAPPENED);
    }

    private static List<String> eventNames(String stream) {
        return service.getBean(MongoEventLog.class).readStream(stream, 0).stream()
                .flatMap(link -> link.commit().events().stream())
                .map(StoredEvent::name)
                .toList();
    }
}
