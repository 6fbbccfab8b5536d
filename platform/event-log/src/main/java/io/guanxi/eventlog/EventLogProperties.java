package io.guanxi.eventlog;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the event log works.
 *
 * @param durability when a commit counts as stored; {@code majority} unless the deployment is one server
 * @param appendTimeout how long a write is tried again while the store is away, before its caller is told
 * @param groupCommits the most commits that share one round trip
 * @param groupSize the most bytes that share one round trip; a single commit may have as many
 * @param pollInterval how long a commit of another process may go unnoticed; own commits wake readers at once
 * @param readBatch how many events are read at a time
 * @param tailEvents how many of the newest events are kept in memory for readers at the end of the log
 * @param snapshotEvery after how many events since the last one a snapshot is taken
 * @param commandAttempts how often a command is decided again after conflicts before its caller is told
 * @param tokenClaimTimeout after which silence of its owner another process takes over what a reader does; each process
 *     measures it by its own monotonic clock. Longer than twice the claim extension threshold of Axon's processors, which
 *     is 5 s unless set: an idle owner shows no sooner that it is alive
 * @param node the name under which this process claims; a process that alone owns its data should give a fixed name, so that
 *     it goes on at once after a crash. No two may have one name at the same time: they would take the claims from each
 *     other. By default unique to the process
 */
@Validated
@ConfigurationProperties("guanxi.event-log")
public record EventLogProperties(
        @DefaultValue("majority") @NotNull Durability durability,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1)
        Duration appendTimeout,

        @DefaultValue("500") @Min(1) @Max(10_000) int groupCommits,
        @DefaultValue("8MB") @NotNull DataSize groupSize,

        @DefaultValue("50ms") @NotNull @DurationMin(millis = 1)
        Duration pollInterval,

        @DefaultValue("500") @Min(1) @Max(10_000) int readBatch,
        @DefaultValue("2000") @Min(1) int tailEvents,
        @DefaultValue("100") @Min(2) int snapshotEvery,
        @DefaultValue("10") @Min(1) @Max(100) int commandAttempts,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 100)
        Duration tokenClaimTimeout,

        @Nullable @Size(min = 1, max = 200) String node) {

    /** What a write waits for, and what a read may see. */
    public enum Durability {
        /** Survives the loss of a minority of the servers. */
        MAJORITY(ReadConcern.MAJORITY, WriteConcern.MAJORITY),
        /** For a single server: its journal. */
        JOURNALED(ReadConcern.LOCAL, WriteConcern.JOURNALED);

        private final ReadConcern readConcern;
        private final WriteConcern writeConcern;

        Durability(ReadConcern readConcern, WriteConcern writeConcern) {
            this.readConcern = readConcern;
            this.writeConcern = writeConcern;
        }

        public ReadConcern readConcern() {
            return readConcern;
        }

        public WriteConcern writeConcern() {
            return writeConcern;
        }
    }
}
