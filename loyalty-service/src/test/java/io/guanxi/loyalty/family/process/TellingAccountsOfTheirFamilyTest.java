package io.guanxi.loyalty.family.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.family.domain.FamilyCommand;
import io.guanxi.loyalty.family.domain.FamilyCommand.LeaveFamily;
import io.guanxi.loyalty.family.domain.FamilyEvent;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;
import io.guanxi.loyalty.family.domain.FamilyEvent.Reason;
import io.guanxi.loyalty.family.domain.FamilyKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member's account knows its family, and has the last word on whether it can join. */
class TellingAccountsOfTheirFamilyTest {

    private static final String ANN = "acme/ann";
    private static final FamilyKey ONE = new FamilyKey("acme", "one");
    private static final FamilyKey OTHER = new FamilyKey("acme", "other");

    private final Customers customers = new Customers(RulesFixture.rules().book());
    private final List<FamilyCommand> told = new ArrayList<>();

    @Test
    void theAccountJoinsAndLeavesWithItsCustomer() {
        customers.paid(ANN, "A-1", 5);
        happens(ONE, "e-1", new FamilyFounded(ANN, "r-1", customers.now()));
        assertThat(family()).isEqualTo(ONE.account());
        happens(ONE, "e-2", new MemberLeft(ANN, Reason.LEFT, "r-2", customers.now()));
        assertThat(family()).isNull();
    }

    @Test
    void aJoiningThatIsDoneAgainAfterALeavingDoesNotBringTheCustomerBack() {
        customers.paid(ANN, "A-1", 5);
        var joined = new MemberJoined(ANN, "r-1", customers.now());
        happens(ONE, "e-1", joined);
        happens(ONE, "e-2", new MemberLeft(ANN, Reason.LEFT, "r-2", customers.now()));
        happens(ONE, "e-1", joined);

        assertThat(family()).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsDoneAgainAfterTheCustomerHasComeBackDoesNotSendThemAway() {
        customers.paid(ANN, "A-1", 5);
        var left = new MemberLeft(ANN, Reason.LEFT, "r-2", customers.now());
        var cameBack = new MemberJoined(ANN, "r-3", customers.now());
        happens(ONE, "e-1", new MemberJoined(ANN, "r-1", customers.now()));
        happens(ONE, "e-2", left);
        happens(ONE, "e-3", cameBack);
        happens(ONE, "e-2", left);
        happens(ONE, "e-3", cameBack);

        assertThat(family()).isEqualTo(ONE.account());
        happens(ONE, "e-4", new MemberLeft(ANN, Reason.LEFT, "r-4", customers.now()));
        assertThat(family()).isNull();
    }

    @Test
    void anAccountInAnotherFamilyEndsTheMembershipThatThisJoiningBegan() {
        customers.paid(ANN, "A-1", 5);
        happens(ONE, "e-1", new MemberJoined(ANN, "r-1", customers.now()));
        happens(OTHER, "e-2", new MemberJoined(ANN, "r-2", customers.now()));

        assertThat(family()).isEqualTo(ONE.account());
        assertThat(told).containsExactly(new LeaveFamily(ANN, Reason.ACCOUNT_REFUSED, "r-2", "e-2", customers.now()));
    }

    @Test
    void aRefusalThatIsDoneAgainDoesNotSendAwayWhoHasJoinedSince() {
        customers.paid(ANN, "A-1", 5);
        var refused = new MemberLeft(ANN, Reason.ACCOUNT_REFUSED, "e-2", customers.now());
        var joined = new MemberJoined(ANN, "r-4", customers.now());
        happens(OTHER, "e-1", new MemberJoined(ANN, "r-1", customers.now()));
        happens(ONE, "e-2", new MemberJoined(ANN, "r-2", customers.now()));
        happens(ONE, "e-3", refused);
        happens(OTHER, "e-4", new MemberLeft(ANN, Reason.LEFT, "r-3", customers.now()));
        happens(ONE, "e-5", joined);
        happens(ONE, "e-3", refused);
        happens(ONE, "e-5", joined);

        assertThat(family()).isEqualTo(ONE.account());
    }

    @Test
    void aJoiningThatWasRefusedAndIsFollowedLateEndsWithItsRefusal() {
        customers.paid(ANN, "A-1", 5);
        var joined = new MemberJoined(ANN, "r-2", customers.now());
        happens(OTHER, "e-1", new MemberJoined(ANN, "r-1", customers.now()));
        happens(ONE, "e-2", joined);
        happens(OTHER, "e-3", new MemberLeft(ANN, Reason.LEFT, "r-3", customers.now()));
        happens(ONE, "e-2", joined);
        happens(ONE, "e-4", new MemberLeft(ANN, Reason.ACCOUNT_REFUSED, "e-2", customers.now()));

        assertThat(family()).isNull();
    }

    @Test
    void aCustomerWithoutAnAccountCannotJoin() {
        happens(ONE, "e-1", new MemberJoined(ANN, "r-1", customers.now()));
        happens(ONE, "e-2", new MemberLeft(ANN, Reason.ACCOUNT_REFUSED, "e-1", customers.now()));

        assertThat(told).hasSize(1);
        assertThat(customers.account(ANN).opened()).isFalse();
    }

    private String family() {
        return customers.account(ANN).profile().family();
    }

    private void happens(FamilyKey family, String id, FamilyEvent event) {
        var telling = new WhenAMemberChangesTellTheAccount(
                (command, origin) -> customers.take(command).ifPresent(reason -> {
                    throw new CommandRefused(reason);
                }),
                (key, command, origin) -> told.add(command),
                Clock.fixed(customers.now(), ZoneOffset.UTC));
        telling.apply(List.of(new RecordedEvent(
                id,
                family.stream(),
                0,
                0,
                "any",
                event,
                "acme",
                customers.now(),
                customers.now(),
                "test",
                null,
                null,
                null)));
    }
}
