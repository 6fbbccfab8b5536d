package io.guanxi.analytics.runs.web;

import io.guanxi.analytics.runs.job.AskedRuns;
import io.guanxi.analytics.runs.job.RunFile;
import io.guanxi.eventing.job.JobStatus;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(RunController.PATH)
@Tag(name = "Analytics runs")
class RunController {

    static final String PATH = "/api/analytics/runs";

    private static final int LARGEST_PAGE = 100;
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final AskedRuns runs;

    RunController(AskedRuns runs) {
        this.runs = runs;
    }

    @PostMapping
    @Operation(
            summary = "Asks for a run over all customers",
            description =
                    "Kinds: lifetime-fit, risk-fit, back-test, clusters, baskets, cohorts, exact-boundaries, export.")
    ResponseEntity<RunAnswer> ask(@RequestBody RunForm form, IdempotentId id, Caller caller, Origin origin) {
        JobStatus job = runs.ask(caller.tenant(), id.toString(), form.runKind(), form.given(), form.asOf(), origin);
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + id)).body(answer(job));
    }

    @GetMapping
    @Operation(summary = "The runs that are kept, the newest first")
    Page<RunAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw RequestRefused.parameter("limit", "must be 1 to " + LARGEST_PAGE);
        }
        Page<JobStatus> page = runs.newest(caller.tenant(), cursor, limit);
        return new Page<>(page.items().stream().map(this::answer).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a run is, and what came of it")
    RunAnswer run(Caller caller, @PathVariable String id) {
        return answer(found(caller, id));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancels a run: it ends after its present stage",
            description = "What it has put into force by then stays. One that has ended stays as it is.")
    RunAnswer cancel(Caller caller, @PathVariable String id, Origin origin) {
        found(caller, id);
        return runs.cancel(caller.tenant(), id, origin).map(this::answer).orElseThrow(RunController::unknown);
    }

    @GetMapping("/{id}/result")
    @Operation(summary = "What a run has found, as JSON")
    void result(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        send(found(caller, id), RunFile.RESULT, MediaType.APPLICATION_JSON_VALUE, response);
    }

    @GetMapping("/{id}/export")
    @Operation(summary = "The Parquet file that an export has written")
    void export(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
        send(found(caller, id), RunFile.EXPORT, PARQUET, response);
    }

    private void send(JobStatus job, String name, String type, HttpServletResponse response) throws IOException {
        RunFile file = runs
                .result(job)
                .orElseThrow(() -> new RequestRefused(
                        Problem.of(HttpStatus.CONFLICT, "run-not-done", "The run is not done, so it has no result.")))
                .files()
                .stream()
                .filter(one -> one.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        RequestRefused.notFound("run-file-not-found", "A run of this kind has nothing of that sort."));
        response.setContentType(type);
        response.setContentLengthLong(file.bytes());
        response.setHeader(HttpHeaders.ETAG, "\"" + file.sha256() + "\"");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(job.id() + "-" + file.name())
                        .build()
                        .toString());
        runs.copy(job, file, response.getOutputStream());
    }

    private RunAnswer answer(JobStatus job) {
        return RunAnswer.of(job, runs.request(job), runs.result(job).orElse(null));
    }

    private JobStatus found(Caller caller, String id) {
        try {
            return runs.find(caller.tenant(), id).orElseThrow(RunController::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("run-not-found", "There is no such run, or no longer.");
    }
}
