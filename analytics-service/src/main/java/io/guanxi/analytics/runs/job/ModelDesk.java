package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is in force for a tenant, and how a run puts something into force. */
interface ModelDesk {

    InForceHistory versions(String tenant);

    /** The day (UTC) of the tenant's latest event; empty if nothing was measured yet. */
    Optional<LocalDate> latestDay(String tenant);

    /**
     * How amounts are compared on a day. Of days before anything was measured, as on the day of the latest event: orders that
     * were handed in late are counted in some currency too. Empty if nothing says in which.
     */
    default Optional<Conversion> comparison(String tenant, LocalDate day) {
        InForceHistory versions = versions(tenant);
        Conversion then = versions.on(day).comparison();
        return then != null
                ? Optional.of(then)
                : latestDay(tenant)
                        .flatMap(latest ->
                                Optional.ofNullable(versions.on(latest).comparison()));
    }

    /** All versions as they are recorded, also those that nobody is judged by yet. */
    ModelBook book(String tenant);

    /** @throws io.guanxi.kernel.CommandRefused if it cannot be in force */
    ModelBook record(String tenant, ModelCommand command, Origin origin, Instant happened);

    /** The name of a run's wish follows from the run, so that it has one effect however often the stage is done. */
    static Cause cause(Analysis.Turn turn, String what) {
        return new Cause("run/" + turn.run() + "/" + what, turn.askedAt(), turn.askedBy(), "run " + turn.run());
    }

    /** The version that a cause has made, or the last one, which was the same already. */
    static <V extends Version> V madeBy(Cause cause, List<V> versions) {
        return versions.stream()
                .filter(version -> version.cause().command().equals(cause.command()))
                .findAny()
                .orElseGet(versions::getLast);
    }
}
