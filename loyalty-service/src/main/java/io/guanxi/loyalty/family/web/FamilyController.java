package io.guanxi.loyalty.family.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.GivingRejection;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.family.command.Families;
import io.guanxi.loyalty.family.domain.Family;
import io.guanxi.loyalty.family.domain.FamilyCommand;
import io.guanxi.loyalty.family.domain.FamilyEvent.Reason;
import io.guanxi.loyalty.family.domain.FamilyKey;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Families: who begins one, who is invited, who has agreed. Each request is answered with the family as it is then. */
@RestController
@RequestMapping("/api/loyalty/families")
@Tag(name = "Loyalty families")
class FamilyController {

    private final Families families;
    private final LoyaltyAccounts accounts;
    private final Clock clock;

    FamilyController(Families families, LoyaltyAccounts accounts, Clock clock) {
        this.families = families;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param customerId who it is about */
    record Member(@Nullable String customerId) {

        String account(String tenant) {
            try {
                return new CustomerKey(tenant, customerId == null ? "" : customerId).toString();
            } catch (IllegalArgumentException e) {
                throw RequestRefused.field("/customerId", "must be a customer's id, a UUID in lower case");
            }
        }
    }

    @PostMapping
    @Operation(summary = "Begins a family with a first member")
    ResponseEntity<FamilyAnswer> found(
            @RequestBody Member member,
            @RequestHeader(IdempotencyKey.HEADER) String header,
            IdempotentId id,
            Origin origin) {
        var key = new FamilyKey(origin.tenant(), id.toString());
        String account = member.account(origin.tenant());
        requireFree(account, key, origin);
        Family family =
                families.send(key, new FamilyCommand.FoundFamily(account, id.toString(), clock.instant()), origin);
        return ResponseEntity.created(URI.create("/api/loyalty/families/" + id)).body(FamilyAnswer.of(key, family));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Who is in a family, and which account has its points")
    FamilyAnswer find(@PathVariable String id, Origin origin) {
        var key = new FamilyKey(origin.tenant(), id);
        Family family = families.find(key, origin, clock.instant());
        if (!family.founded()) {
            throw RequestRefused.notFound("family-not-found", "There is no such family.");
        }
        return FamilyAnswer.of(key, family);
    }

    @PostMapping("/{id}/invitations")
    @Operation(summary = "Invites a customer, who then may join")
    FamilyAnswer invite(@PathVariable String id, @RequestBody Member member, IdempotentId request, Origin origin) {
        return send(
                id,
                new FamilyCommand.InviteMember(member.account(origin.tenant()), request.toString(), clock.instant()),
                origin);
    }

    @DeleteMapping("/{id}/invitations/{customerId}")
    @Operation(summary = "Ends an invitation, from either side")
    FamilyAnswer endInvitation(
            @PathVariable String id, @PathVariable String customerId, IdempotentId request, Origin origin) {
        String account = new Member(customerId).account(origin.tenant());
        return send(id, new FamilyCommand.EndInvitation(account, request.toString(), clock.instant()), origin);
    }

    @PostMapping("/{id}/members")
    @Operation(
            summary = "A customer who is invited agrees",
            description = "To be sent when the customer has agreed: from then on new points go to the family.")
    FamilyAnswer join(@PathVariable String id, @RequestBody Member member, IdempotentId request, Origin origin) {
        String account = member.account(origin.tenant());
        requireFree(account, new FamilyKey(origin.tenant(), id), origin);
        return send(id, new FamilyCommand.JoinFamily(account, request.toString(), clock.instant()), origin);
    }

    @DeleteMapping("/{id}/members/{customerId}")
    @Operation(summary = "A member leaves; what the family has, it keeps")
    FamilyAnswer leave(@PathVariable String id, @PathVariable String customerId, IdempotentId request, Origin origin) {
        String account = new Member(customerId).account(origin.tenant());
        return send(
                id,
                new FamilyCommand.LeaveFamily(account, Reason.LEFT, null, request.toString(), clock.instant()),
                origin);
    }

    private FamilyAnswer send(String id, FamilyCommand command, Origin origin) {
        var key = new FamilyKey(origin.tenant(), id);
        return FamilyAnswer.of(key, families.send(key, command, origin));
    }

    /** Says at once what the account would say a moment later. */
    private void requireFree(String account, FamilyKey key, Origin origin) {
        Instant now = clock.instant();
        LoyaltyAccount present = accounts.find(account, origin, now);
        if (!present.opened()) {
            throw new CommandRefused(new LoyaltyRejection.AccountIsNotOpen());
        }
        String family = present.profile().family();
        if (family != null && !family.equals(key.account())) {
            throw new CommandRefused(new GivingRejection.InAnotherFamily());
        }
    }
}
