package io.guanxi.loyalty.care.web;

import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.GrantGoodwill;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SendPoints;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.web.Accounts;
import io.guanxi.loyalty.care.GoodwillProperties;
import io.guanxi.loyalty.care.command.Goodwill;
import io.guanxi.loyalty.care.web.CareAnswers.GradeAnswer;
import io.guanxi.loyalty.care.web.CareAnswers.Posted;
import io.guanxi.loyalty.care.web.CareAnswers.TierAnswer;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do for a customer. Whoever calls is recorded as the person who did it. */
@RestController
@RequestMapping("/api/loyalty/accounts/{customerId}")
@Tag(name = "Loyalty care")
class CareController {

    private final LoyaltyAccounts accounts;
    private final Goodwill goodwill;
    private final GoodwillProperties properties;
    private final RuleBooks rules;
    private final Clock clock;

    CareController(
            LoyaltyAccounts accounts, Goodwill goodwill, GoodwillProperties properties, RuleBooks rules, Clock clock) {
        this.accounts = accounts;
        this.goodwill = goodwill;
        this.properties = properties;
        this.rules = rules;
        this.clock = clock;
    }

    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds points or takes some, with a reason; never below nothing")
    Posted adjust(
            @PathVariable String customerId,
            @RequestBody CareRequests.Adjustment adjustment,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        AdjustPoints command = adjustment.read(account(caller, customerId), caller.subject(), stamp(id));
        LoyaltyAccount after = accounts.send(command, origin);
        return Posted.of(after, command.adjustmentId(), command.purse(), command.points());
    }

    @PostMapping("/goodwill")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Compensates a complaint with points, once for each ticket",
            description =
                    "An agent can grant up to a configured number of points, a loyalty manager what the rules allow.")
    Posted compensate(
            @PathVariable String customerId,
            @RequestBody CareRequests.Compensation compensation,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        GrantGoodwill command = compensation.read(account(caller, customerId), caller.subject(), stamp(id));
        if (!caller.is(Role.LOYALTY_MANAGER) && command.points() > properties.agentLimit()) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.FORBIDDEN,
                    "goodwill-needs-a-manager",
                    "An agent can grant at most " + properties.agentLimit() + " points."));
        }
        LoyaltyAccount after = goodwill.grant(command, origin);
        return Posted.of(after, command.complaint(), goodwillPurse(origin), command.points());
    }

    @PostMapping("/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Gives points to another customer or to the own family",
            description = "They keep their last day, and arrive shortly after.")
    Posted send(
            @PathVariable String customerId,
            @RequestBody CareRequests.Transfer transfer,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        SendPoints command = transfer.read(caller.tenant(), account(caller, customerId), stamp(id));
        refuseUnknownReceiver(command, origin);
        LoyaltyAccount after = accounts.send(command, origin);
        return Posted.of(after, command.transferId(), command.purse(), -command.points());
    }

    @PutMapping("/tier-floor")
    @Operation(summary = "Sets the lowest tier that a customer has, with a reason and perhaps an end")
    TierAnswer setFloor(
            @PathVariable String customerId,
            @RequestBody CareRequests.Floor floor,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        return TierAnswer.of(
                accounts.send(floor.read(account(caller, customerId), caller.subject(), stamp(id)), origin));
    }

    @DeleteMapping("/tier-floor")
    @Operation(summary = "Lets the earned tier count again")
    TierAnswer liftFloor(
            @PathVariable String customerId,
            @RequestParam String reason,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        return TierAnswer.of(accounts.send(
                CareRequests.Floor.lift(account(caller, customerId), reason, caller.subject(), stamp(id)), origin));
    }

    @PutMapping("/grade")
    @Operation(summary = "Notes the customer's grade, by which rules may earn differently")
    GradeAnswer grade(
            @PathVariable String customerId,
            @RequestBody CareRequests.Grade grade,
            IdempotentId id,
            Caller caller,
            Origin origin) {
        LoyaltyAccount after = accounts.send(grade.read(account(caller, customerId), stamp(id)), origin);
        return new GradeAnswer(after.profile().grade());
    }

    /** An account that is open stays open, so what is sent to it now is received. */
    private void refuseUnknownReceiver(SendPoints command, Origin origin) {
        Instant now = command.stamp().at();
        boolean toFamily = command.to()
                .equals(accounts.find(command.account(), origin, now).profile().family());
        if (!toFamily && !accounts.find(command.to(), origin, now).opened()) {
            throw RequestRefused.notFound("receiver-not-found", "No order of the receiving customer is known.");
        }
    }

    private String goodwillPurse(Origin origin) {
        Instant now = clock.instant();
        var offered = rules.of(origin.tenant()).inForce(now, now).rules().goodwill();
        return offered == null ? "points" : offered.purse();
    }

    private static String account(Caller caller, String customerId) {
        return Accounts.customer(caller, customerId).toString();
    }

    private Stamp stamp(IdempotentId id) {
        Instant now = clock.instant();
        return new Stamp(id.toString(), now, now);
    }
}
