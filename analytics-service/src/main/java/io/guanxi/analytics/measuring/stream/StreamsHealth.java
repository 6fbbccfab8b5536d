package io.guanxi.analytics.measuring.stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when every store is open. */
final class StreamsHealth implements HealthIndicator {

    private final AnalyticsStreams streams;

    StreamsHealth(AnalyticsStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        Health.Builder health = streams.answering() != null ? Health.up() : Health.outOfService();
        return health.withDetail("state", streams.state()).build();
    }
}
