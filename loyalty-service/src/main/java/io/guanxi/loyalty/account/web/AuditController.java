package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.audit.AuditReport;
import io.guanxi.loyalty.account.audit.AuditingAnAccount;
import io.guanxi.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty accounts")
class AuditController {

    private final AuditingAnAccount auditing;

    AuditController(AuditingAnAccount auditing) {
        this.auditing = auditing;
    }

    @GetMapping("/api/loyalty/accounts/{customerId}/audit")
    @Operation(
            summary = "Whether an account's views agree with its log, folded again",
            description = "The report names its own limits: what it does not prove although it agrees.")
    AuditReport audit(Caller caller, @PathVariable String customerId) {
        return auditing.of(Accounts.customer(caller, customerId)).orElseThrow(Accounts::unknown);
    }
}
