package io.guanxi.eventlog.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.axon.CatalogueCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random logs and random damage; a failure names the seed that makes both again. */
class FindingDamageTest {

    private static final int SEEDS = 60;

    private static final EventCatalogue CATALOGUE =
            EventCatalogue.builder().event("sample.happened", Sample.class).build();

    private static final CatalogueCheck BODIES = CatalogueCheck.of(CATALOGUE);

    record Sample(int n, String text) {}

    @Test
    void aLogAsItShouldBeHasNoFindings() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<BsonDocument> log = log(new Random(seed));
            AuditReport report = audit(log, RandomLog.end(log));

            assertThat(report.findings()).as("seed %d", seed).isEmpty();
            assertThat(report.clean()).isTrue();
            assertThat(report.end()).isEqualTo(RandomLog.end(log));
            assertThat(report.events()).isEqualTo(report.end());
            assertThat(report.commits()).isEqualTo(log.size());
            assertThat(report.digest()).hasSize(64);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyDamageIsFound(Damage damage) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = new Random(seed);
            List<BsonDocument> log = log(random);
            long end = RandomLog.end(log);
            String whole = audit(log, end).digest();
            damage.hurt(log, random.nextInt(log.size()), random);

            AuditReport report = audit(log, end);

            assertThat(report.clean()).as("seed %d", seed).isFalse();
            assertThat(report.digest()).as("seed %d", seed).isNotEqualTo(whole);
        }
    }

    @Test
    void ofManyFindingsTheFirstAreKeptAndAllAreCounted() {
        List<BsonDocument> log = RandomLog.of(50, new Random(7));
        log.forEach(commit -> Damage.OTHER_TENANT.hurt(log, log.indexOf(commit), new Random(1)));

        AuditReport report = audit(log, RandomLog.end(log));

        assertThat(report.counts()).containsExactly(java.util.Map.entry(FindingKind.TENANT_DIFFERS, 50L));
        assertThat(report.findings())
                .hasSize(5)
                .first()
                .satisfies(first -> assertThat(first.position()).isLessThan(4));
        assertThat(report.chainHolds()).isTrue();
    }

    @Test
    void aClockThatWentBackIsNotedAndNoFault() {
        List<BsonDocument> log = RandomLog.of(3, new Random(3));
        log.get(1)
                .getArray("events")
                .getFirst()
                .asDocument()
                .append("recorded", new org.bson.BsonString("2019-01-01T00:00:00Z"));

        AuditReport report = audit(log, RandomLog.end(log));

        assertThat(report.clean()).isTrue();
        assertThat(report.clockWentBack()).isOne();
    }

    @Test
    void whatIsFoundSaysNothingOfABody() {
        List<BsonDocument> log = RandomLog.of(5, new Random(3));
        log.getFirst()
                .getArray("events")
                .getFirst()
                .asDocument()
                .append("body", new org.bson.BsonString("{\"n\":\"Zhang Wei\"}"));

        AuditReport report = audit(log, RandomLog.end(log));

        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.UNREADABLE_BODY);
        assertThat(report.toString()).doesNotContain("Zhang");
    }

    @Test
    void theNewestIdsAreRememberedAndOlderOnesForgotten() {
        RecentIds ids = new RecentIds(256);
        List<String> shown = new ArrayList<>();
        RandomGenerator random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String id = "id" + random.nextInt(1_000);
            List<String> newest = shown.subList(Math.max(0, shown.size() - 256), shown.size());
            assertThat(ids.seenBefore(id)).as("step %d", i).isEqualTo(newest.contains(id));
            if (!newest.contains(id)) {
                shown.add(id);
            }
        }
    }

    @Test
    void versionsOfManyStreamsAreKept() {
        NextVersions versions = new NextVersions(stream -> -1);
        LongStream.range(0, 10_000).forEach(i -> versions.set("acme/" + i, i * 3));

        LongStream.range(0, 10_000)
                .forEach(i -> assertThat(versions.of("acme/" + i)).isEqualTo(i * 3));
        assertThat(versions.of("acme/none")).isEqualTo(-1);
        assertThat(versions.streams()).isEqualTo(10_000);
    }

    private static List<BsonDocument> log(RandomGenerator random) {
        return RandomLog.of(2 + random.nextInt(40), random);
    }

    private static AuditReport audit(List<BsonDocument> log, long end) {
        ChainAudit audit = ChainAudit.fromTheBeginning(BODIES, 5);
        log.forEach(audit::see);
        return audit.reportAt(end);
    }
}
