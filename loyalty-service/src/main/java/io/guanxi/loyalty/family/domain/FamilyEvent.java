package io.guanxi.loyalty.family.domain;

import java.time.Instant;

/** What can happen to a family. The first event of each is {@link FamilyFounded}. */
public sealed interface FamilyEvent {

    /** Who it concerns, as {@code tenant/customerId}. */
    String member();

    /** Id of the request that brought this about. */
    String cause();

    Instant at();

    /** Somebody begins a family; it has them as its first member. */
    record FamilyFounded(String member, String cause, Instant at) implements FamilyEvent {}

    /** Somebody may join, if they want. */
    record MemberInvited(String member, String cause, Instant at) implements FamilyEvent {}

    /** Somebody did not want to join, or may not any more. */
    record InvitationEnded(String member, String cause, Instant at) implements FamilyEvent {}

    /** Somebody has agreed. From now on their points go to the family. */
    record MemberJoined(String member, String cause, Instant at) implements FamilyEvent {}

    /** Somebody's points are their own again; what the family has, it keeps. */
    record MemberLeft(String member, Reason reason, String cause, Instant at) implements FamilyEvent {}

    /** Why a membership ended. */
    enum Reason {
        /** The member, or whoever acts for them, wanted it. */
        LEFT,
        /** Their account could not join, since it is in another family or not open. */
        ACCOUNT_REFUSED
    }
}
