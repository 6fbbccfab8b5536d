package io.guanxi.loyalty.account.audit;

import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares an account's views with its log. Each view is compared at the version that it has reached, so that one which is
 * still catching up is not taken for a wrong one.
 */
public final class AccountAudit {

    private final List<LoyaltyEvent> log;

    /** @param log all events of the account, in order */
    public AccountAudit(List<LoyaltyEvent> log) {
        this.log = List.copyOf(log);
    }

    public AuditReport compare(AccountDetails details, List<AccountEntry> entries) {
        var checks = new ArrayList<Check>();
        checkLog(checks);
        checkDetails(checks, details);
        checkEntries(checks, entries);
        return new AuditReport(
                details.customerId(),
                checks.stream().allMatch(Check::holds),
                log.size() - 1L,
                details.version(),
                latest(entries),
                checks,
                AuditReport.LIMITS);
    }

    private void checkLog(List<Check> checks) {
        LoyaltyAccount account = fold(log.size());
        long sum = 0;
        long wrongBalances = 0;
        long negativeBalances = 0;
        for (LedgerEntry entry : entriesUpTo(log.size()).values()) {
            sum += entry.change();
            wrongBalances += entry.balance() == sum ? 0 : 1;
            negativeBalances += sum < 0 ? 1 : 0;
        }
        checks.add(new Check("log-balance-is-the-sum-of-its-entries", account.balance(), sum));
        checks.add(new Check("log-entries-with-another-balance-than-the-sum-so-far", 0, wrongBalances));
        checks.add(new Check("log-entries-with-a-negative-balance", 0, negativeBalances));
    }

    private void checkDetails(List<Check> checks, AccountDetails details) {
        LoyaltyAccount then = fold(details.version() + 1);
        checks.add(new Check("details-balance", then.balance(), details.balance()));
        checks.add(
                new Check("details-entries", entriesUpTo(details.version() + 1).size(), details.entries()));
    }

    private void checkEntries(List<Check> checks, List<AccountEntry> entries) {
        Map<Long, LedgerEntry> expected = entriesUpTo(latest(entries) + 1);
        Map<Long, AccountEntry> found =
                entries.stream().collect(Collectors.toMap(AccountEntry::sequence, Function.identity(), (a, b) -> a));
        long wrong = expected.entrySet().stream()
                .filter(entry -> !same(entry.getValue(), found.get(entry.getKey())))
                .count();
        checks.add(new Check("entries", expected.size(), entries.size()));
        checks.add(new Check("entries-that-differ", 0, wrong));
        checks.add(new Check(
                "entries-points",
                expected.values().stream().mapToLong(LedgerEntry::change).sum(),
                entries.stream().mapToLong(AccountEntry::points).sum()));
    }

    private static long latest(List<AccountEntry> entries) {
        return entries.stream().mapToLong(AccountEntry::sequence).max().orElse(AuditReport.NO_ENTRIES);
    }

    private static boolean same(LedgerEntry recorded, @Nullable AccountEntry shown) {
        return shown != null
                && shown.entryId().equals(recorded.entryId())
                && shown.points() == recorded.change()
                && shown.balance() == recorded.balance();
    }

    private LoyaltyAccount fold(long events) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : log.subList(0, (int) Math.min(events, log.size()))) {
            account = LoyaltyAccount.evolve(account, event);
        }
        return account;
    }

    /** The entries among the first so many events, by their sequence. */
    private Map<Long, LedgerEntry> entriesUpTo(long events) {
        var entries = new TreeMap<Long, LedgerEntry>();
        for (int sequence = 0; sequence < Math.min(events, log.size()); sequence++) {
            if (log.get(sequence) instanceof LedgerEntry entry) {
                entries.put((long) sequence, entry);
            }
        }
        return entries;
    }
}
