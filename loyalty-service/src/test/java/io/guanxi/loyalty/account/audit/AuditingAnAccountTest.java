package io.guanxi.loyalty.account.audit;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.history.Lines;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import io.guanxi.loyalty.account.view.accountentries.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditingAnAccountTest {

    private static final CustomerKey CUSTOMER = CustomerKey.parse(LedgerFixture.ACCOUNT);

    private final List<LoyaltyEvent> log = newAccount()
            .placed("A-1")
            .paid("A-1", "34.89")
            .returned("A-1", "R-1", "12.50")
            .paid("A-2", "5.00")
            .events();

    private final long latest = log.size() - 1L;

    @Test
    void viewsThatFollowFromTheLogAgree() {
        var report = audit(log, details(log), Listed.of(log));

        assertThat(report.agrees()).isTrue();
        assertThat(report.logVersion()).isEqualTo(latest);
        assertThat(report.viewVersion()).isEqualTo(latest);
        assertThat(report.entriesVersion()).isEqualTo(latest);
        assertThat(report.limits()).isNotEmpty();
    }

    @Test
    void aViewThatIsStillCatchingUpAgrees() {
        var report = audit(log, details(log.subList(0, 3)), Listed.of(log.subList(0, 5)));

        assertThat(report.agrees()).isTrue();
        assertThat(report.viewVersion()).isEqualTo(2);
        assertThat(report.entriesVersion()).isEqualTo(4);
    }

    @Test
    void aBalanceThatDiffersIsFoundWithBothNumbers() {
        assertThat(failed(audit(log, withBalance(details(log), 28), Listed.of(log))))
                .containsExactly(new Check("details-balance", 27, 28));
    }

    @Test
    void aPurseThatDiffersIsFound() {
        var details = details(log);
        var purse = details.purse("points");
        var other = new AccountDetails.Purse(
                purse.available(), purse.pending() + 1, purse.held(), purse.debt(), purse.given(), purse.used());

        assertThat(failed(audit(log, withPurses(details, Map.of("points", other)), Listed.of(log))))
                .containsExactly(new Check("details-purses-that-differ", 0, 1));
    }

    @Test
    void aMissingEntryIsFound() {
        var listed = new ArrayList<>(Listed.of(log));
        listed.removeFirst();

        assertThat(failed(audit(log, details(log), listed)))
                .containsExactly(
                        new Check("entries", 3, 2),
                        new Check("entries-that-differ", 0, 1),
                        new Check("entries-points", 27, -7));
    }

    @Test
    void anAccountWithoutAnyListedLineYetAgrees() {
        var report = audit(log, details(log), List.of());

        assertThat(report.agrees()).isTrue();
        assertThat(report.entriesVersion()).isEqualTo(-1);
    }

    @Test
    void anEntryOfOtherPointsIsFound() {
        var others = Listed.of(newAccount()
                .placed("A-1")
                .paid("A-1", "35.89")
                .returned("A-1", "R-1", "12.50")
                .paid("A-2", "5.00")
                .events());

        assertThat(failed(audit(log, details(log), others)))
                .extracting(Check::name)
                .containsExactly("entries-that-differ", "entries-points");
    }

    @Test
    void aLogThatTakesWhatIsNotThereIsFound() {
        var broken = new ArrayList<>(log);
        broken.removeIf(event ->
                event instanceof PointsEarned earned && earned.order().orderId().equals("A-1"));

        assertThat(failed(new AccountAudit(broken).compare(details(log), List.of())))
                .extracting(Check::name)
                .contains(
                        "log-entries-with-another-balance-than-the-sum-so-far",
                        "log-entries-with-a-negative-balance",
                        "log-events-that-can-be-folded");
    }

    @Test
    void anEntryThatIsInTheLogTwiceIsFound() {
        var doubled = new ArrayList<>(log);
        doubled.add(log.get(2));

        assertThat(failed(audit(doubled, details(doubled), Listed.of(doubled))))
                .extracting(Check::name)
                .contains("log-entries-that-are-there-twice", "log-entries-with-another-balance-than-the-sum-so-far");
    }

    private static AuditReport audit(List<LoyaltyEvent> log, AccountDetails details, List<AccountEntry> entries) {
        return new AccountAudit(log).compare(details, entries);
    }

    private static List<Check> failed(AuditReport report) {
        return report.checks().stream().filter(check -> !check.holds()).toList();
    }

    private static AccountDetails details(List<LoyaltyEvent> log) {
        return AccountDetails.folded(CUSTOMER, Lines.of(log)).orElseThrow();
    }

    private static AccountDetails withBalance(AccountDetails details, long balance) {
        return changed(details, balance, details.purses());
    }

    private static AccountDetails withPurses(AccountDetails details, Map<String, AccountDetails.Purse> purses) {
        return changed(details, details.balance(), purses);
    }

    private static AccountDetails changed(
            AccountDetails details, long balance, Map<String, AccountDetails.Purse> purses) {
        return new AccountDetails(
                details.customerId(),
                balance,
                details.earned(),
                details.reversed(),
                details.entries(),
                purses,
                details.tier(),
                details.grade(),
                details.family(),
                details.vouchers(),
                details.endings(),
                details.openedAt(),
                details.updatedAt(),
                details.version());
    }
}
