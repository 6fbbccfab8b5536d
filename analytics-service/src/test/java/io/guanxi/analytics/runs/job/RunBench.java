package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.export.ParquetExport;
import io.guanxi.analytics.report.Reports;
import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunCommand;
import io.guanxi.analytics.runs.domain.RunDecider;
import io.guanxi.analytics.runs.domain.RunEvent;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import io.guanxi.analytics.runs.domain.RunRejection;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs without a store: every step is done from what JSON has kept of the one before, as after a kill in between. */
final class RunBench {

    static final String TENANT = "acme";
    static final Instant ASKED = Instant.parse("2026-03-01T10:00:00Z");

    private static final JsonMapper MAPPER = EventingJson.mapper();

    final Map<String, byte[]> files = new HashMap<>();
    final List<RunEvent> log = new ArrayList<>();
    final RecordedModels models;
    final DoingRuns doing;
    private Run run = Run.UNKNOWN;

    RunBench(SomeShoppers shoppers, RecordedModels models) {
        this.models = models;
        RunSettings settings = new RunSettings(100_000);
        RiskSamples risks = new RiskSamples(shoppers, models, settings);
        List<Analysis> analyses = List.of(
                new FittingLifetimes(shoppers, models, new CuttingThresholds(shoppers, models), MAPPER),
                new LearningRisks(risks, models, MAPPER),
                new BackTesting(risks),
                new FindingClusters(shoppers, models, settings, MAPPER),
                new MiningBaskets(shoppers, settings),
                new FollowingCohorts(new Reports(shoppers, models::versions, models::comparison)),
                new MeasuringBoundaries(shoppers, models),
                new ExportingCustomers(new ParquetExport(shoppers), models));
        doing = new DoingRuns(analyses, this::send, new InMemory(), Clock.fixed(ASKED, ZoneOffset.UTC));
    }

    Run send(String tenant, String id, RunCommand command, Origin origin, Instant happened) {
        Decision<RunEvent, RunRejection> decision = RunDecider.decide(run, command);
        switch (decision) {
            case Decision.Refused<RunEvent, RunRejection> refused -> throw new CommandRefused(refused.reason());
            case Decision.Accepted<RunEvent, RunRejection> accepted ->
                accepted.events().forEach(this::add);
        }
        return run;
    }

    private void add(RunEvent event) {
        run = Run.evolve(run, event);
        log.add(event);
    }

    RunRequest ask(RunKind kind, Map<String, String> given, LocalDate asOf) {
        RunParameters parameters = ((RunParameters.Read.Accepted) RunParameters.read(kind, given, asOf)).parameters();
        send(TENANT, "r-1", new RunCommand.Ask(kind, parameters, "ann", asOf), origin(), ASKED);
        return new RunRequest(kind.word(), new TreeMap<>(given), null, parameters.values(), asOf);
    }

    void cancel() {
        send(TENANT, "r-1", new RunCommand.Cancel("bob"), origin(), ASKED);
    }

    private static Origin origin() {
        return new Origin(TENANT, "r-1", null, "ann");
    }

    /** @param times how often each step is done before it is noted */
    JobStep<RunProgress> run(RunRequest request, int times) throws Exception {
        RunProgress progress = null;
        for (int steps = 0; steps < 20; steps++) {
            JobStep<RunProgress> step = step(request, progress);
            for (int again = 1; again < times; again++) {
                step = step(request, progress);
            }
            if (!(step instanceof JobStep.Further<RunProgress> further)) {
                return step;
            }
            progress = further.progress();
        }
        throw new AssertionError("it is never done");
    }

    JobStep<RunProgress> step(RunRequest request, @Nullable RunProgress progress) throws Exception {
        return doing.step(new JobTurn<>(
                TENANT,
                "r-1",
                "ann",
                ASKED,
                stored(request, RunRequest.class),
                progress == null ? null : stored(progress, RunProgress.class),
                1));
    }

    private static <T> T stored(T value, Class<T> type) {
        return MAPPER.readValue(MAPPER.writeValueAsString(value), type);
    }

    JsonNode result() {
        return MAPPER.readTree(files.get(RunFile.RESULT));
    }

    private final class InMemory implements DoingRuns.Files {

        @Override
        public RunFile keep(String tenant, String id, String name, long term, InputStream content) throws IOException {
            byte[] bytes = content.readAllBytes();
            files.put(name, bytes);
            return new RunFile(name, 1, bytes.length, "");
        }

        @Override
        public void forget(String tenant, String id) {
            files.clear();
        }
    }
}
