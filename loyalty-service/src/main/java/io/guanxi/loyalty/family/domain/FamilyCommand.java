package io.guanxi.loyalty.family.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of a family. Asking for what is already so has no effect. */
public sealed interface FamilyCommand {

    /** Who it concerns, as {@code tenant/customerId}. */
    String member();

    /** Id of the request. */
    String cause();

    Instant at();

    record FoundFamily(String member, String cause, Instant at) implements FamilyCommand {}

    record InviteMember(String member, String cause, Instant at) implements FamilyCommand {}

    record EndInvitation(String member, String cause, Instant at) implements FamilyCommand {}

    /** The member agrees to an invitation. */
    record JoinFamily(String member, String cause, Instant at) implements FamilyCommand {}

    /**
     * A membership ends.
     *
     * @param joinedBy only the one that this request had begun; absent is whichever there is
     */
    record LeaveFamily(
            String member,
            FamilyEvent.Reason reason,
            @Nullable String joinedBy,
            String cause,
            Instant at) implements FamilyCommand {}
}
