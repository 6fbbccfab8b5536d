package io.guanxi.standalone.orders;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the consumer groups have not handled yet of what shops published. */
public final class Backlog {

    private static final long TIMEOUT_SECONDS = 20;

    private final String bootstrapServers;

    private Backlog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static Backlog of(String bootstrapServers) {
        return new Backlog(bootstrapServers);
    }

    /** Records behind the end, by group. */
    public Map<String, Long> byGroup() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<String, Long> backlog = new TreeMap<>();
            List<String> groups = admin.listGroups().all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .toList();
            for (String group : groups) {
                backlog.put(group, behind(admin, group));
            }
            return backlog;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The broker at " + bootstrapServers + " does not answer; start it with ./guanxi start", e);
        }
    }

    private static long behind(Admin admin, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(group)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> handled = new HashMap<>();
        committed.forEach((partition, offset) -> {
            // Other topics may end in the marks of a transaction, which nobody handles.
            if (partition.topic().startsWith("shop.") && !partition.topic().endsWith(".dlq")) {
                handled.put(partition, offset.offset());
            }
        });
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        handled.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - handled.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Records behind the end of the group that is furthest behind. */
    public long longest() throws InterruptedException {
        return byGroup().values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Returns when nothing is left, and says on the way how much is. */
    public void awaitEmpty(PrintStream out) throws InterruptedException {
        long before = Long.MAX_VALUE;
        while (true) {
            long left = longest();
            if (left == 0 && before == 0) {
                return;
            }
            if (left != before && left > 0) {
                out.printf(Locale.ROOT, "%,9d orders still to be handled%n", left);
            }
            before = left;
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
