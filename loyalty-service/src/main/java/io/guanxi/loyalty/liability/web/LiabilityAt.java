package io.guanxi.loyalty.liability.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.domain.Breakage;
import io.guanxi.loyalty.liability.domain.ExpectedExpiry;
import io.guanxi.loyalty.liability.domain.LotLife;
import io.guanxi.loyalty.liability.domain.Totals;
import io.guanxi.loyalty.liability.view.lots.SampleLots;
import io.guanxi.loyalty.liability.view.owedbydate.FindWhatIsOwed;
import io.guanxi.loyalty.liability.web.DayResponse.Worth;
import io.guanxi.loyalty.liability.web.LiabilityResponse.Estimate;
import io.guanxi.loyalty.liability.web.LiabilityResponse.Expected;
import io.guanxi.loyalty.liability.web.LiabilityResponse.Owed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is owed at the end of a day, and what is expected to expire of it. */
@Component
class LiabilityAt {

    private static final Map<String, String> METHOD = Map.of(
            "en",
            "Lots of points are followed by age until their points are used or expire (Aalen-Johansen estimator). What was not"
                    + " seen yet counts as used. Points that never end are expected to be used.",
            "zh-CN",
            "按批次的年龄跟踪积分，直至被使用或过期（Aalen-Johansen 估计）。尚未观察到的部分按会被使用计算；永不过期的积分预计都会被使用。");

    private final FindWhatIsOwed owed;
    private final SampleLots lots;

    LiabilityAt(FindWhatIsOwed owed, SampleLots lots) {
        this.owed = owed;
        this.lots = lots;
    }

    /** @param today by which the lots are known; with an earlier {@code knownAt} nothing is estimated */
    LiabilityResponse of(String tenant, Books books, LocalDate asOf, LocalDate knownAt, LocalDate today, ZoneId zone) {
        Instant end = BookDay.endOf(asOf, zone).minusNanos(1);
        List<Owed> purses = owed.byPurse(tenant, asOf, knownAt).entrySet().stream()
                .map(purse -> owed(
                        purse.getKey(),
                        purse.getValue(),
                        books.value(purse.getKey(), end),
                        knownAt.isBefore(today)
                                ? new Estimate("past-knowledge", null, null, 0, 0, 0, 0, 0, METHOD)
                                : estimate(tenant, purse.getKey(), purse.getValue(), asOf, books, end)))
                .toList();
        return new LiabilityResponse(asOf.toString(), knownAt.toString(), zone.getId(), purses);
    }

    private static Owed owed(String purse, Totals totals, @Nullable Money value, Estimate breakage) {
        return new Owed(
                purse,
                totals.owed(),
                totals.pending(),
                totals.liability(),
                totals.debt(),
                Worth.of(value),
                Worth.of(BookDay.worth(totals.liability(), value)),
                breakage);
    }

    private Estimate estimate(String tenant, String purse, Totals totals, LocalDate asOf, Books books, Instant end) {
        List<LotLife> sample = lots.of(tenant, purse);
        ExpectedExpiry expiry = ExpectedExpiry.from(sample, asOf);
        @Nullable
        Breakage breakage = expiry.hasTooLittleData()
                ? null
                : Breakage.of(totals.liability(), expiry.ofAll(sample, asOf), totals.used());
        return new Estimate(
                breakage == null ? "too-little-data" : null,
                breakage == null ? null : Expected.of(breakage),
                breakage == null ? null : Worth.of(books.worth(purse, breakage.points(), end)),
                sample.size(),
                lots.count(tenant, purse),
                expiry.endedLots(),
                expiry.usedPoints(),
                expiry.expiredPoints(),
                METHOD);
    }
}
