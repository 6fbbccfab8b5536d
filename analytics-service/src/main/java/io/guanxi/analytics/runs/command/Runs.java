package io.guanxi.analytics.runs.command;

import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunCommand;
import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The runs of all tenants, each named {@code tenant/run/id}.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code RunRejection} and what {@link Commands#send}
 * throws.
 */
@Component
public class Runs {

    private final Commands commands;

    Runs(Commands commands) {
        this.commands = commands;
    }

    /** @return the run after the command */
    public Run send(String tenant, String id, RunCommand command, Origin origin, Instant happened) {
        return commands.send(new RunInstruction.Change(stream(tenant, id), command), origin, happened);
    }

    /** As it is recorded; one that nobody asked for is {@link Run#UNKNOWN}. */
    public Run find(String tenant, String id, Origin origin, Instant now) {
        return commands.send(new RunInstruction.Look(stream(tenant, id)), origin, now);
    }

    private static String stream(String tenant, String id) {
        return tenant + "/run/" + id;
    }
}
