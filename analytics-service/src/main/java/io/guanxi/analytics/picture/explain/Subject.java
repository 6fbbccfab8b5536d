package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Outlook;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that an explanation is made from.
 *
 * @param standing as of the day of the picture
 * @param inForce on that day
 */
record Subject(CustomerHistory history, CustomerPicture picture, Standing standing, InForce inForce, Outlook outlook) {

    String currency() {
        return Objects.requireNonNullElse(picture.currency(), "");
    }

    /** An order like the average of those before, to the cent; empty if nothing says in which currency. */
    Optional<BigDecimal> usualOrder() {
        Rfm rfm = picture.rfm();
        BigDecimal average = rfm == null ? null : rfm.averageOrder();
        return average == null || average.signum() < 0
                ? Optional.empty()
                : Optional.of(average.setScale(2, RoundingMode.HALF_EVEN));
    }

    /** The customer at the end of the next day, with a usual order on it, as a change to something. */
    Optional<Change> afterUsualOrder(Function<CustomerPicture, @Nullable String> code, String present) {
        return usualOrder()
                .flatMap(usual -> outlook.afterOrder(usual)
                        .map(code)
                        .filter(to -> !to.equals(present))
                        .map(to -> new Change(Change.ORDER, outlook.nextDay(), usual.toPlainString(), currency(), to)));
    }
}
