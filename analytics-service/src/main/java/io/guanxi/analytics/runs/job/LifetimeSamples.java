package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.lifetime.domain.Calibration;
import io.guanxi.analytics.lifetime.domain.HoldOut;
import io.guanxi.analytics.lifetime.domain.SpendCalibration;
import io.guanxi.analytics.lifetime.domain.SpendSample;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a lifetime model is fitted to and held against, gathered customer by customer. */
final class LifetimeSamples {

    private final LocalDate calibrationEnd;
    private final @Nullable LocalDate holdOutEnd;
    private final Conversion conversion;
    private final Calibration.Counter orders = new Calibration.Counter();
    private final SpendCalibration.Counter spend = new SpendCalibration.Counter();
    private final @Nullable HoldOut holdOut;
    private @Nullable LocalDate first;

    /** @param holdOutEnd null if no time is kept back */
    LifetimeSamples(LocalDate calibrationEnd, @Nullable LocalDate holdOutEnd, Conversion conversion) {
        this.calibrationEnd = calibrationEnd;
        this.holdOutEnd = holdOutEnd;
        this.conversion = conversion;
        this.holdOut = holdOutEnd == null ? null : new HoldOut(calibrationEnd, holdOutEnd);
    }

    /** As far as it was known at the end of the calibration, and of the hold-out. */
    void add(PurchaseHistory history) {
        Purchases known = history.asOf(calibrationEnd);
        if (known.isEmpty()) {
            return;
        }
        first = first == null || known.first().isBefore(first) ? known.first() : first;
        orders.add(known, calibrationEnd);
        spend.add(SpendSample.of(known, calibrationEnd, conversion));
        if (holdOut != null && holdOutEnd != null) {
            holdOut.add(history.asOf(holdOutEnd));
        }
    }

    Calibration calibration() {
        return orders.counted();
    }

    /** Asked for once. */
    SpendCalibration spend() {
        return spend.counted();
    }

    /** Null if no time was kept back. */
    @Nullable
    HoldOut holdOut() {
        return holdOut;
    }

    LocalDate calibrationEnd() {
        return calibrationEnd;
    }

    @Nullable
    LocalDate holdOutEnd() {
        return holdOutEnd;
    }

    String currency() {
        return conversion.currency();
    }

    /** The first day with a purchase; that of the calibration's end if there is none. */
    LocalDate firstDay() {
        return first == null ? calibrationEnd : first;
    }
}
