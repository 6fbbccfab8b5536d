package io.guanxi.analytics.measuring.stream;

import io.guanxi.contracts.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/** Gauges of the streams. Kafka's own meters, some hundreds, stay where they are. */
final class StreamMeters implements MeterBinder {

    private final AnalyticsStreams streams;

    StreamMeters(AnalyticsStreams streams) {
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder(AnalyticsSignals.STREAMS_RUNNING.meter(), streams, s -> s.answering() != null ? 1 : 0)
                .register(meters);
        Gauge.builder(AnalyticsSignals.STREAMS_LAG.meter(), streams, StreamMeters::lag)
                .register(meters);
    }

    private static double lag(AnalyticsStreams streams) {
        KafkaStreams present = streams.present();
        if (present == null) {
            return Double.NaN;
        }
        Map<String, Double> byPartition = new HashMap<>();
        present.metrics().forEach((name, metric) -> {
            if (isLagOfOrders(name) && metric.metricValue() instanceof Double lag && !lag.isNaN()) {
                byPartition.put(name.tags().getOrDefault("partition", ""), lag);
            }
        });
        return byPartition.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static boolean isLagOfOrders(MetricName name) {
        // Kafka has written dots in these tags as underscores until lately.
        return name.name().equals("records-lag")
                && Topics.SHOP_ORDERS
                        .replace('.', '_')
                        .equals(name.tags().getOrDefault("topic", "").replace('.', '_'));
    }
}
