package io.guanxi.loyalty.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.family.domain.FamilyCommand.EndInvitation;
import io.guanxi.loyalty.family.domain.FamilyCommand.FoundFamily;
import io.guanxi.loyalty.family.domain.FamilyCommand.InviteMember;
import io.guanxi.loyalty.family.domain.FamilyCommand.JoinFamily;
import io.guanxi.loyalty.family.domain.FamilyCommand.LeaveFamily;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;
import io.guanxi.loyalty.family.domain.FamilyEvent.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is invited may join, who joined may leave, and there are never too many. */
class DecidingAboutFamiliesTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final int MOST = 3;

    private Family family = Family.unfounded();

    @Test
    void whoBeginsAFamilyIsItsFirstMember() {
        assertThat(take(new FoundFamily("ann", "r-1", AT))).containsExactly(new FamilyFounded("ann", "r-1", AT));
        assertThat(family.members()).containsOnlyKeys("ann");
        assertThat(take(new FoundFamily("ann", "r-1", AT))).isEmpty();
    }

    @Test
    void nobodyJoinsWithoutAnInvitationAndAnAgreement() {
        founded();
        assertThat(refusal(new JoinFamily("ben", "r-2", AT))).isEqualTo(new FamilyRejection.NotInvited());
        assertThat(take(new InviteMember("ben", "r-3", AT))).containsExactly(new MemberInvited("ben", "r-3", AT));
        assertThat(family.members()).doesNotContainKey("ben");
        assertThat(take(new JoinFamily("ben", "r-4", AT))).containsExactly(new MemberJoined("ben", "r-4", AT));
        assertThat(family.invited()).isEmpty();
        assertThat(take(new JoinFamily("ben", "r-4", AT))).isEmpty();
    }

    @Test
    void anInvitationCanEnd() {
        founded();
        take(new InviteMember("ben", "r-2", AT));
        assertThat(take(new EndInvitation("ben", "r-3", AT))).containsExactly(new InvitationEnded("ben", "r-3", AT));
        assertThat(take(new EndInvitation("ben", "r-3", AT))).isEmpty();
        assertThat(refusal(new JoinFamily("ben", "r-4", AT))).isEqualTo(new FamilyRejection.NotInvited());
    }

    @Test
    void invitationsCountAsMembersSoThereAreNeverTooMany() {
        founded();
        take(new InviteMember("ben", "r-2", AT));
        take(new InviteMember("carl", "r-3", AT));
        assertThat(refusal(new InviteMember("dora", "r-4", AT))).isEqualTo(new FamilyRejection.FamilyIsFull(MOST));
        take(new EndInvitation("carl", "r-5", AT));
        assertThat(take(new InviteMember("dora", "r-6", AT))).hasSize(1);
    }

    @Test
    void aRefusedJoiningEndsOnlyTheMembershipThatItBegan() {
        founded();
        take(new InviteMember("ben", "r-2", AT));
        take(new JoinFamily("ben", "r-3", AT));
        assertThat(take(new LeaveFamily("ben", Reason.ACCOUNT_REFUSED, "another", "e-1", AT)))
                .isEmpty();
        assertThat(take(new LeaveFamily("ben", Reason.ACCOUNT_REFUSED, "r-3", "e-1", AT)))
                .containsExactly(new MemberLeft("ben", Reason.ACCOUNT_REFUSED, "e-1", AT));
        assertThat(take(new LeaveFamily("ben", Reason.LEFT, null, "r-4", AT))).isEmpty();
    }

    @Test
    void aFamilyThatNobodyBeganIsUnknown() {
        assertThat(refusal(new InviteMember("ben", "r-1", AT))).isEqualTo(new FamilyRejection.FamilyIsUnknown());
    }

    @Test
    void theAccountOfAFamilyFollowsFromTenantAndFamily() {
        var key = new FamilyKey("acme", "5c0ffee0-0000-5000-8000-000000000001");

        assertThat(FamilyKey.ofStream(key.stream())).isEqualTo(key);
        assertThat(key.account())
                .isEqualTo(new FamilyKey("acme", key.familyId()).account())
                .isNotEqualTo(new FamilyKey("other", key.familyId()).account())
                .startsWith("acme/");
    }

    private void founded() {
        take(new FoundFamily("ann", "r-1", AT));
    }

    private List<FamilyEvent> take(FamilyCommand command) {
        var decision = FamilyDecider.decide(family, command, MOST);
        if (decision instanceof Decision.Accepted<FamilyEvent, FamilyRejection> accepted) {
            accepted.events().forEach(event -> family = Family.evolve(family, event));
            return accepted.events();
        }
        throw new AssertionError("expected events, found " + decision);
    }

    private FamilyRejection refusal(FamilyCommand command) {
        if (FamilyDecider.decide(family, command, MOST)
                instanceof Decision.Refused<FamilyEvent, FamilyRejection> refused) {
            return refused.reason();
        }
        throw new AssertionError("expected a refusal of " + command);
    }
}
