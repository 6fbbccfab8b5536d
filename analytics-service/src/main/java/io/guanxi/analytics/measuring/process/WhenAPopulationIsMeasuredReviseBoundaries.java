package io.guanxi.analytics.measuring.process;

import io.guanxi.analytics.measuring.stream.BoundariesDesk;
import io.guanxi.analytics.value.command.Scorings;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.kernel.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what was measured into the event log, on a thread of its own: while the store is away, orders are still counted. What
 * fails here is proposed again by the streams, so nothing is kept or tried again.
 */
@Component
class WhenAPopulationIsMeasuredReviseBoundaries implements BoundariesDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAPopulationIsMeasuredReviseBoundaries.class);

    private final Scorings scorings;
    private final Map<String, Proposal> latest = new ConcurrentHashMap<>();
    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("analytics-revisions").daemon().factory());

    WhenAPopulationIsMeasuredReviseBoundaries(Scorings scorings) {
        this.scorings = scorings;
    }

    private record Proposal(Boundaries measured, Instant upTo) {}

    @Override
    public void propose(String tenant, Boundaries measured, Instant upTo) {
        boolean nothingWaits = latest.put(tenant, new Proposal(measured, upTo)) == null;
        if (nothingWaits) {
            try {
                desk.execute(() -> revise(tenant));
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Boundaries of tenant {} are proposed again after the next start", tenant);
            }
        }
    }

    private void revise(String tenant) {
        Proposal proposal = latest.remove(tenant);
        if (proposal == null) {
            return;
        }
        try {
            scorings.revise(tenant, proposal.measured(), origin(tenant, proposal), proposal.upTo());
        } catch (RuntimeException e) {
            LOG.warn("Boundaries of tenant {} cannot be revised yet: {}", tenant, e.toString());
        }
    }

    private static Origin origin(String tenant, Proposal proposal) {
        byte[] name = (tenant + proposal).getBytes(StandardCharsets.UTF_8);
        return new Origin(tenant, UUID.nameUUIDFromBytes(name).toString(), null, null);
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }
}
