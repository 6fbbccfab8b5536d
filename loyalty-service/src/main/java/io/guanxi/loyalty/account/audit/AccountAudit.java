package io.guanxi.loyalty.account.audit;

import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
        new LogChecks(log).addTo(checks);
        List<LoyaltyEvent> seen = log.subList(0, (int) Math.min(details.version() + 1, log.size()));
        new DetailsChecks(seen).addTo(checks, details);
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

    private void checkEntries(List<Check> checks, List<AccountEntry> entries) {
        Map<Long, LedgerEntry> expected = entriesUpTo(latest(entries) + 1);
        Map<Long, AccountEntry> found =
                entries.stream().collect(Collectors.toMap(AccountEntry::sequence, Function.identity(), (a, b) -> a));
        long wrong = expected.entrySet().stream()
                .filter(entry -> !same(entry.getValue(), found.get(entry.getKey())))
                .count();
        checks.add(new Check("entries", expected.size(), entries.size()));
        checks.add(new Check("entries-that-differ", 0, wrong));
        sums(checks, "entries-points", expected.values(), LedgerEntry::change, entries, AccountEntry::points);
        sums(
                checks,
                "entries-pending",
                expected.values(),
                entry -> entry.changeOf(Bucket.PENDING),
                entries,
                AccountEntry::pending);
        sums(
                checks,
                "entries-held",
                expected.values(),
                entry -> entry.changeOf(Bucket.HELD),
                entries,
                AccountEntry::held);
        sums(checks, "entries-debt", expected.values(), LedgerEntry::debtChange, entries, AccountEntry::debt);
    }

    private static void sums(
            List<Check> checks,
            String name,
            Iterable<LedgerEntry> expected,
            ToLongFunction<LedgerEntry> recorded,
            List<AccountEntry> found,
            ToLongFunction<AccountEntry> shown) {
        long sum = 0;
        for (LedgerEntry entry : expected) {
            sum += recorded.applyAsLong(entry);
        }
        checks.add(new Check(name, sum, found.stream().mapToLong(shown).sum()));
    }

    private static long latest(List<AccountEntry> entries) {
        return entries.stream().mapToLong(AccountEntry::sequence).max().orElse(AuditReport.NO_ENTRIES);
    }

    private static boolean same(LedgerEntry recorded, @Nullable AccountEntry shown) {
        return shown != null
                && shown.entryId().equals(recorded.entryId())
                && shown.purse().equals(recorded.purse())
                && shown.points() == recorded.change()
                && shown.pending() == recorded.changeOf(Bucket.PENDING)
                && shown.held() == recorded.changeOf(Bucket.HELD)
                && shown.debt() == recorded.debtChange()
                && shown.balance() == recorded.balance();
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
