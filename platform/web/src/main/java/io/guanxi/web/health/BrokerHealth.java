package io.guanxi.web.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while a broker answers. One client serves all checks; it is made at the first, so that a start waits for nobody. */
final class BrokerHealth extends AbstractHealthIndicator implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    BrokerHealth(Map<String, Object> settings) {
        super("the broker does not answer");
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        int timeout = (int) ANSWERS_WITHIN.toMillis();
        int brokers = admin().describeCluster(new DescribeClusterOptions().timeoutMs(timeout))
                .nodes()
                .get(timeout + 500L, TimeUnit.MILLISECONDS)
                .size();
        if (brokers > 0) {
            health.up().withDetail("brokers", brokers);
        } else {
            health.down().withDetail("brokers", 0);
        }
    }

    private synchronized Admin admin() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(settings);
            admin = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
