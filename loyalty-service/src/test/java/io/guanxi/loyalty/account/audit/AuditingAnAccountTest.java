package io.guanxi.loyalty.account.audit;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditingAnAccountTest {

    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");

    private final List<LoyaltyEvent> log = newAccount()
            .placed("A-1")
            .paid("A-1", "34.89")
            .returned("A-1", "R-1", "12.50")
            .paid("A-2", "5.00")
            .events();

    @Test
    void viewsThatFollowFromTheLogAgree() {
        var report = audit(log, details(27, 39, 12, 3, 3), entries(log));

        assertThat(report.agrees()).isTrue();
        assertThat(report.logVersion()).isEqualTo(3);
        assertThat(report.viewVersion()).isEqualTo(3);
        assertThat(report.entriesVersion()).isEqualTo(3);
        assertThat(report.limits()).isNotEmpty();
    }

    @Test
    void aViewThatIsStillCatchingUpAgrees() {
        var report = audit(log, details(34, 34, 0, 1, 1), entries(log.subList(0, 3)));

        assertThat(report.agrees()).isTrue();
        assertThat(report.viewVersion()).isEqualTo(1);
        assertThat(report.entriesVersion()).isEqualTo(2);
    }

    @Test
    void aBalanceThatDiffersIsFoundWithBothNumbers() {
        var report = audit(log, details(28, 39, 12, 3, 3), entries(log));

        assertThat(report.agrees()).isFalse();
        assertThat(failed(report)).containsExactly(new Check("details-balance", 27, 28));
    }

    @Test
    void aMissingEntryIsFound() {
        var listed = new ArrayList<>(entries(log));
        listed.removeFirst();

        assertThat(failed(audit(log, details(27, 39, 12, 3, 3), listed)))
                .containsExactly(
                        new Check("entries", 3, 2),
                        new Check("entries-that-differ", 0, 1),
                        new Check("entries-points", 27, -7));
    }

    @Test
    void anAccountWithoutAnyListedLineYetAgrees() {
        var report = audit(log, details(27, 39, 12, 3, 3), List.of());

        assertThat(report.agrees()).isTrue();
        assertThat(report.entriesVersion()).isEqualTo(-1);
    }

    @Test
    void anEntryOfOtherPointsIsFound() {
        var listed = new ArrayList<>(entries(log));
        listed.set(0, entry(listed.getFirst().entryId(), 1, 35, 34));

        assertThat(failed(audit(log, details(27, 39, 12, 3, 3), listed)))
                .containsExactly(new Check("entries-that-differ", 0, 1), new Check("entries-points", 27, 28));
    }

    @Test
    void aLogThatDoesNotAddUpIsFound() {
        var broken = new ArrayList<>(log);
        broken.remove(1);

        assertThat(failed(audit(broken, details(-7, 5, 12, 2, 2), entries(broken))))
                .extracting(Check::name)
                .contains(
                        "log-entries-with-another-balance-than-the-sum-so-far", "log-entries-with-a-negative-balance");
    }

    @Test
    void anEntryThatIsInTheLogTwiceIsFound() {
        var doubled = new ArrayList<>(log);
        doubled.add(log.get(1));

        assertThat(failed(audit(doubled, details(61, 73, 12, 4, 4), entries(doubled))))
                .extracting(Check::name)
                .contains("log-balance-is-the-sum-of-its-orders");
    }

    private static AuditReport audit(List<LoyaltyEvent> log, AccountDetails details, List<AccountEntry> entries) {
        return new AccountAudit(log).compare(details, entries);
    }

    private static List<Check> failed(AuditReport report) {
        return report.checks().stream().filter(check -> !check.holds()).toList();
    }

    private static AccountDetails details(long balance, long earned, long reversed, long entries, long version) {
        return new AccountDetails("c-1", balance, earned, reversed, entries, THEN, THEN, version);
    }

    private static List<AccountEntry> entries(List<LoyaltyEvent> log) {
        var entries = new ArrayList<AccountEntry>();
        for (int sequence = 0; sequence < log.size(); sequence++) {
            if (log.get(sequence) instanceof LedgerEntry recorded) {
                entries.add(entry(recorded.entryId(), sequence, recorded.change(), recorded.balance()));
            }
        }
        return entries;
    }

    private static AccountEntry entry(String entryId, long sequence, long points, long balance) {
        return new AccountEntry(
                entryId,
                LedgerFixture.ACCOUNT,
                sequence,
                "points-earned",
                points,
                balance,
                "web",
                "A-1",
                null,
                "event-1",
                1,
                THEN,
                THEN);
    }
}
