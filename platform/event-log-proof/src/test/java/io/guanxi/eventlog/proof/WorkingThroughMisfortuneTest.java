package io.guanxi.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.judge.Evidence;
import io.guanxi.eventlog.proof.judge.Finding;
import io.guanxi.eventlog.proof.process.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many processes and nothing but trouble. The seed says which; {@code -Dguanxi.proof.minutes} goes on with the seeds after it. */
class WorkingThroughMisfortuneTest {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingThroughMisfortuneTest.class);

    private static final Engine ENGINE =
            Engine.valueOf(System.getProperty("guanxi.proof.engine", Engine.CHAINED.name()));
    private static final long SEED = Long.getLong("guanxi.proof.seed", 1);
    private static final Duration LONG = Duration.ofMinutes(Integer.getInteger("guanxi.proof.minutes", 0));
    /** The control leaves events out, for which one need not wait long. */
    private static final Duration PATIENCE = Duration.ofSeconds(ENGINE.isOurs() ? 60 : 20);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyAnswerIsTrueAndEveryFollowerSawAllOnceInOrder() throws Exception {
        long began = System.nanoTime();
        Map<Finding.Kind, Long> total = new TreeMap<>();
        try (Server server = Server.start(folder)) {
            LOG.info("{} on {}", ENGINE, server.name());
            long seed = SEED;
            do {
                List<Finding> findings = run(server, seed++);
                findings.forEach(finding -> total.merge(finding.kind(), 1L, Long::sum));
                if (ENGINE.isOurs()) {
                    assertThat(findings)
                            .as("seed %d, journals in %s", seed - 1, folder)
                            .isEmpty();
                }
            } while (System.nanoTime() - began < LONG.toNanos());
        }
        LOG.info("{}: {}", ENGINE, total);
    }

    private List<Finding> run(Server server, long seed) throws Exception {
        Path journals = Files.createDirectory(folder.resolve("seed-" + seed));
        try (Trial trial = new Trial(ENGINE, server, journals, seed, 1)) {
            LOG.info("seed {}: {}", seed, trial.plan());
            Evidence evidence = trial.run(PATIENCE);
            List<Finding> findings = evidence.judge();
            LOG.info("seed {}: {}; on the wire {}", seed, evidence.size(), trial.mishaps());
            findings.stream()
                    .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()))
                    .forEach((kind, all) -> LOG.info(
                            "seed {}: {} × {}, as {}",
                            seed,
                            all.size(),
                            kind,
                            all.getFirst().what()));
            return findings;
        }
    }
}
