package io.guanxi.loyalty.account.audit;

import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether a log agrees with itself: balances with sums, lots with purses, and what is there with what came and went. */
record LogChecks(List<LoyaltyEvent> log) {

    void addTo(List<Check> checks) {
        checkSums(checks);
        Fold fold = Fold.of(log);
        LoyaltyAccount account = fold.account();
        checks.add(new Check("log-events-that-can-be-folded", log.size(), fold.events()));
        checks.add(new Check(
                "log-purses-in-which-points-come-or-go-without-a-line",
                0,
                account.purses().values().stream()
                        .filter(purse -> !isConserved(purse))
                        .count()));
        checks.add(new Check(
                "log-purses-that-are-not-the-sum-of-their-lots",
                0,
                account.purses().keySet().stream()
                        .filter(purse -> !isSumOfLots(account, purse))
                        .count()));
    }

    private void checkSums(List<Check> checks) {
        Map<String, Long> sums = new HashMap<>();
        var ids = new HashSet<String>();
        long wrong = 0;
        long negative = 0;
        long twice = 0;
        for (LoyaltyEvent event : log) {
            if (event instanceof LedgerEntry entry) {
                long sum = sums.merge(entry.purse(), entry.change(), Long::sum);
                wrong += entry.balance() == sum ? 0 : 1;
                negative += sum < 0 ? 1 : 0;
                twice += ids.add(entry.entryId()) ? 0 : 1;
            }
        }
        checks.add(new Check("log-entries-with-another-balance-than-the-sum-so-far", 0, wrong));
        checks.add(new Check("log-entries-with-a-negative-balance", 0, negative));
        checks.add(new Check("log-entries-that-are-there-twice", 0, twice));
    }

    private static boolean isConserved(PurseStanding purse) {
        return purse.pending() + purse.available() + purse.held() == purse.given() - purse.used()
                && purse.pending() >= 0
                && purse.available() >= 0
                && purse.held() >= 0
                && purse.debt() >= 0;
    }

    private static boolean isSumOfLots(LoyaltyAccount account, String code) {
        PurseStanding purse = account.purse(code);
        return sum(account, code, Bucket.AVAILABLE) == purse.available()
                && sum(account, code, Bucket.PENDING) == purse.pending()
                && sum(account, code, Bucket.HELD) == purse.held();
    }

    private static long sum(LoyaltyAccount account, String code, Bucket bucket) {
        return account.lots().in(code, bucket).mapToLong(lot -> lot.in(bucket)).sum();
    }
}
