package io.guanxi.loyalty.account.web;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.loyalty.account.audit.AuditReport;
import io.guanxi.loyalty.account.audit.AuditingAnAccount;
import io.guanxi.loyalty.account.audit.AuditsOfAll;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty accounts")
class AuditController {

    private static final int MOST_AUDITS = 100;

    private final AuditingAnAccount auditing;
    private final AuditsOfAll audits;

    AuditController(AuditingAnAccount auditing, AuditsOfAll audits) {
        this.auditing = auditing;
        this.audits = audits;
    }

    @GetMapping("/api/loyalty/accounts/{customerId}/audit")
    @Operation(
            summary = "Whether an account's views agree with its log, folded again",
            description = "The report names its own limits: what it does not prove although it agrees.")
    AuditReport audit(Caller caller, @PathVariable String customerId) {
        return auditing.of(Accounts.customer(caller, customerId)).orElseThrow(Accounts::unknown);
    }

    @PostMapping("/api/loyalty/audits")
    @Operation(summary = "Audits all accounts in the background, at a bounded rate")
    ResponseEntity<AuditOfAllResponse> auditAll(Caller caller, IdempotentId id) {
        JobStatus job = audits.ask(caller.tenant(), id.toString(), caller.subject());
        return ResponseEntity.accepted().body(AuditOfAllResponse.of(job));
    }

    @GetMapping("/api/loyalty/audits")
    @Operation(summary = "The audits of all accounts that are kept, the newest first: those of the schedule and others")
    Page<AuditOfAllResponse> auditsOfAll(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MOST_AUDITS) {
            throw RequestRefused.parameter("limit", "must be 1 to " + MOST_AUDITS);
        }
        Page<JobStatus> page = audits.newest(caller.tenant(), cursor, limit);
        return new Page<>(page.items().stream().map(AuditOfAllResponse::of).toList(), page.next());
    }
}
