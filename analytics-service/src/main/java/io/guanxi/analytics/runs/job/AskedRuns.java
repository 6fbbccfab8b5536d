package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.report.PossibleDays;
import io.guanxi.analytics.runs.command.Runs;
import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunCommand;
import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import io.guanxi.eventing.job.JobState;
import io.guanxi.eventing.job.JobStatus;
import io.guanxi.eventing.job.Jobs;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.kernel.Origin;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.Page;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs of all tenants. All methods let the driver's exceptions through when the store cannot be reached. */
public final class AskedRuns {

    private final Jobs jobs;
    private final DoingRuns doing;
    private final Runs runs;
    private final RunFiles files;
    private final Function<String, Optional<LocalDate>> latestDay;
    private final Clock clock;
    private final JsonMapper mapper = EventingJson.mapper();

    /** @param latestDay of a tenant's events; empty if nothing was measured yet */
    AskedRuns(
            Jobs jobs,
            DoingRuns doing,
            Runs runs,
            RunFiles files,
            Function<String, Optional<LocalDate>> latestDay,
            Clock clock) {
        this.jobs = jobs;
        this.doing = doing;
        this.runs = runs;
        this.files = files;
        this.latestDay = latestDay;
        this.clock = clock;
    }

    /**
     * Asks for a run. Asking again for the same, under the same id, shows the one that is there.
     *
     * @param given parameters by name
     * @param givenAsOf null for the day of the tenant's latest event
     * @throws RequestRefused if a parameter cannot be used, nothing was measured yet, or the id stands for something else
     */
    public JobStatus ask(
            String tenant,
            String id,
            RunKind kind,
            Map<String, String> given,
            @Nullable LocalDate givenAsOf,
            Origin origin) {
        Optional<JobStatus> present = find(tenant, id);
        if (present.isPresent()) {
            return same(present.get(), kind, given, givenAsOf);
        }
        LocalDate asOf = asOf(tenant, id, givenAsOf, origin);
        RunParameters parameters = parameters(kind, given, asOf);
        String by = Objects.requireNonNullElse(origin.actor(), "");
        runs.send(tenant, id, new RunCommand.Ask(kind, parameters, by, asOf), origin, clock.instant());
        RunRequest request = new RunRequest(kind.word(), new TreeMap<>(given), givenAsOf, parameters.values(), asOf);
        return jobs.ask(doing, tenant, id, request, by);
    }

    private JobStatus same(JobStatus present, RunKind kind, Map<String, String> given, @Nullable LocalDate givenAsOf) {
        RunRequest request = request(present);
        boolean same = request.kind().equals(kind.word())
                && request.given().equals(given)
                && Objects.equals(request.givenAsOf(), givenAsOf);
        if (!same) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.CONFLICT, "job-id-taken", "This id stands for a run that was asked for differently."));
        }
        return present;
    }

    /** A first attempt may have been broken off after it was recorded: its day stays. */
    private LocalDate asOf(String tenant, String id, @Nullable LocalDate given, Origin origin) {
        if (given != null) {
            if (!PossibleDays.has(given, latestDay.apply(tenant))) {
                throw RequestRefused.field("/asOf", PossibleDays.EXPECTED);
            }
            return given;
        }
        Run recorded = runs.find(tenant, id, origin, clock.instant());
        RunAsked asked = recorded.asked();
        return asked != null
                ? asked.asOf()
                : latestDay
                        .apply(tenant)
                        .orElseThrow(() -> new RequestRefused(Problem.of(
                                HttpStatus.CONFLICT,
                                "boundaries-not-measured",
                                "No order has been measured yet, so there is no latest day. Give asOf.")));
    }

    private static RunParameters parameters(RunKind kind, Map<String, String> given, LocalDate asOf) {
        return switch (RunParameters.read(kind, given, asOf)) {
            case RunParameters.Read.Accepted accepted -> accepted.parameters();
            case RunParameters.Read.Faulty faulty ->
                throw RequestRefused.fields(faulty.faults().entrySet().stream()
                        .map(fault -> FieldProblem.inBody("/parameters/" + escaped(fault.getKey()), fault.getValue()))
                        .toList());
        };
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public Optional<JobStatus> find(String tenant, String id) {
        return jobs.find(tenant, id).filter(job -> job.job().equals(DoingRuns.NAME));
    }

    /** The newest first. @param cursor what the page before gave; null for the first page */
    public Page<JobStatus> newest(String tenant, @Nullable String cursor, int limit) {
        return jobs.newest(tenant, doing, cursor, limit);
    }

    /**
     * Ends it after its present stage. What it has put into force by then stays.
     *
     * @return how it is now; empty if there is none
     */
    public Optional<JobStatus> cancel(String tenant, String id, Origin origin) {
        String by = Objects.requireNonNullElse(origin.actor(), "");
        return find(tenant, id).flatMap(job -> {
            if (!job.state().isEnd()) {
                runs.send(tenant, id, new RunCommand.Cancel(by), origin, clock.instant());
            }
            return jobs.cancel(tenant, id, by);
        });
    }

    /** What was asked for. */
    public RunRequest request(JobStatus job) {
        return mapper.treeToValue(job.parameters(), RunRequest.class);
    }

    /** What came of it; empty unless it is done. */
    public Optional<RunResult> result(JobStatus job) {
        JsonNode result = job.result();
        return job.state() == JobState.DONE && result != null
                ? Optional.of(mapper.treeToValue(result, RunResult.class))
                : Optional.empty();
    }

    /** @throws IOException if it cannot be written, or is no longer there */
    public void copy(JobStatus job, RunFile file, OutputStream out) throws IOException {
        files.copy(job.tenant(), job.id(), file, out);
    }
}
