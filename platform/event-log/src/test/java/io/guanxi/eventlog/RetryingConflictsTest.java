package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.eventlog.signals.EventLogSignals;
import io.guanxi.kernel.Origin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class RetryingConflictsTest {

    private static final int ATTEMPTS = 4;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger attempts = new AtomicInteger();

    record Ask(String what) {}

    @Test
    void aCommandThatMeetsOthersIsDecidedAgain() {
        assertThat(send(attempt -> {
                    if (attempt < ATTEMPTS) {
                        throw new ConcurrencyException("somebody was faster");
                    }
                    return "decided in attempt " + attempt;
                }))
                .isEqualTo("decided in attempt 4");
        assertThat(retries()).isEqualTo(ATTEMPTS - 1);
    }

    @Test
    void whoAlwaysLosesIsTold() {
        assertThatThrownBy(() -> send(attempt -> {
                    throw new ConcurrencyException("somebody was faster");
                }))
                .isInstanceOf(CommandConflict.class)
                .hasMessageContaining("Ask")
                .hasMessageContaining("4 times");
        assertThat(attempts).hasValue(ATTEMPTS);
    }

    @Test
    void otherFailuresComeOutAsTheyAreAndAreNotRepeated() {
        MongoSocketException away = new MongoSocketException("gone", new ServerAddress());

        assertThatThrownBy(() -> send(attempt -> {
                    throw away;
                }))
                .isSameAs(away);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void theHandlerSeesWhereTheCommandComesFrom() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(Ask.class.getName(), CommandMessage::getMetaData);

        assertThat(commands(bus).<Object>send(new Ask("anything"), origin(), Instant.EPOCH))
                .isEqualTo(Map.of(
                        "tenant", "acme",
                        "correlationId", "correlation-1",
                        "actor", "tester",
                        "happened", "1970-01-01T00:00:00Z",
                        "traceparent", TRACE));
    }

    private Object send(IntFunction<Object> handler) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(Ask.class.getName(), message -> handler.apply(attempts.incrementAndGet()));
        return commands(bus).send(new Ask("anything"), origin(), Instant.EPOCH);
    }

    private Commands commands(SimpleCommandBus bus) {
        return new Commands(bus, () -> TRACE, new EventLogMetrics(meters), ATTEMPTS, new Random(1));
    }

    private double retries() {
        return meters.get(EventLogSignals.COMMAND_RETRIES.meter()).counter().count();
    }

    private static Origin origin() {
        return new Origin("acme", "correlation-1", null, "tester");
    }
}
