package io.guanxi.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** What makes a broker small: one node, one copy of everything, few threads, small buffers and segments. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "PLAINTEXT";
    private static final String MEBIBYTE = Integer.toString(1 << 20);

    private BrokerSettings() {}

    static Properties of(Path logs, int port, int controllerPort) {
        Properties settings = new Properties();
        network(settings, port, controllerPort);
        threads(settings);
        internalTopics(settings);
        logs(settings, logs);
        return settings;
    }

    private static void network(Properties settings, int port, int controllerPort) {
        String clients = CLIENTS + "://" + Ports.HOST + ":" + port;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + Ports.HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", clients + "," + CONTROLLER + "://" + Ports.HOST + ":" + controllerPort);
        settings.put("advertised.listeners", clients);
        settings.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENTS);
        // A quick close is worth more here than waiting for a leader that does not exist.
        settings.put("controlled.shutdown.enable", "false");
        // After a kill, the controller takes the broker for alive so long, and its successor for a double.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private static void threads(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void internalTopics(Properties settings) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
            settings.put(topic + ".segment.bytes", Integer.toString(16 << 20));
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void logs(Properties settings, Path logs) {
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        // Topics state their own retention; this one is for those that do not.
        settings.put("log.retention.ms", Long.toString(Duration.ofDays(7).toMillis()));
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        // Indexes are allocated at full size while a segment is open: 10 MB twice a partition by default.
        settings.put("log.index.size.max.bytes", MEBIBYTE);
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("log.cleaner.io.buffer.size", Integer.toString(128 << 10));
        settings.put("metadata.log.segment.bytes", Integer.toString(16 << 20));
        settings.put("metadata.max.retention.bytes", Integer.toString(32 << 20));
    }
}
