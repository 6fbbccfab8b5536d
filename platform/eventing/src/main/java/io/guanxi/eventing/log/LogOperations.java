package io.guanxi.eventing.log;

import io.guanxi.eventlog.archive.ArchiveRefused;
import io.guanxi.eventlog.archive.LogExport;
import io.guanxi.eventlog.audit.LogScan;
import io.guanxi.web.Caller;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an operator sees and does with the log. It holds all tenants: an audit shows streams of the operator's own tenant
 * only, and an archive is for operators of the platform's tenant.
 */
@RestController
@RequestMapping("/api/operations/${guanxi.service}/log")
class LogOperations {

    private final AuditDesk desk;
    private final LogScan log;
    private final String service;
    private final String platformTenant;

    LogOperations(AuditDesk desk, LogScan log, String service, String platformTenant) {
        this.desk = desk;
        this.log = log;
        this.service = service;
        this.platformTenant = platformTenant;
    }

    /** Begins an audit on this instance; it is asked for there. */
    @PostMapping("/audit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AuditAnswer begin(Caller caller, @RequestParam(defaultValue = "-1") long after) {
        if (after < -1) {
            throw RequestRefused.parameter("after", "must be a position, or -1");
        }
        return desk.start(after)
                .map(job -> answer(caller, job))
                .orElseThrow(() -> new RequestRefused(Problem.of(
                        HttpStatus.CONFLICT,
                        "audit-is-running",
                        "An audit is running on this instance. Wait for it, or end it first.")));
    }

    @GetMapping("/audit")
    AuditAnswer show(Caller caller) {
        return answer(caller, last());
    }

    /** It ends within moments and tells how far it came; another one can go on after that position. */
    @DeleteMapping("/audit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AuditAnswer end(Caller caller) {
        AuditJob job = last();
        job.cancel();
        return answer(caller, job);
    }

    private AuditJob last() {
        return desk.last()
                .orElseThrow(() -> RequestRefused.notFound(
                        "audit-not-found", "No audit was begun on this instance since it started."));
    }

    private AuditAnswer answer(Caller caller, AuditJob job) {
        return AuditAnswer.of(
                job, stream -> caller.tenant().equals(platformTenant) || stream.startsWith(caller.tenant() + "/"));
    }

    /**
     * Streams an archive from the thread of the request, which has no time-out. If the log turns out to be damaged after the
     * answer has begun, it breaks off, and what was received lacks its end.
     */
    @GetMapping(path = "/archive", produces = "application/gzip")
    void archive(Caller caller, @RequestParam(required = false) @Nullable Long to, HttpServletResponse response)
            throws IOException {
        if (!caller.tenant().equals(platformTenant)) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "platform-operators-only",
                    "The log holds all tenants. Its archive is for operators of the platform's tenant."));
        }
        LogExport export = export(to);
        response.setContentType("application/gzip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s-%d.log.gz\""
                        .formatted(service, export.header().to()));
        try {
            export.write(response.getOutputStream());
        } catch (ArchiveRefused e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            throw new RequestRefused(Problem.of(HttpStatus.CONFLICT, "log-is-damaged", String.valueOf(e.getMessage())));
        }
    }

    private LogExport export(@Nullable Long to) {
        try {
            return LogExport.of(log, service, to);
        } catch (ArchiveRefused e) {
            throw RequestRefused.parameter("to", String.valueOf(e.getMessage()));
        }
    }
}
