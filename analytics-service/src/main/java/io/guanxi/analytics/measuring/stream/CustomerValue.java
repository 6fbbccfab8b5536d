package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.explain.ExplainingAPicture;
import io.guanxi.analytics.picture.explain.PictureExplanation;
import io.guanxi.analytics.value.domain.CustomerFacts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer, and all versions that the tenant's customers were ever judged by: enough to answer for any day.
 *
 * @param facts as of the present
 * @param present the day (UTC) that is meant if none is asked for
 */
public record CustomerValue(
        CustomerFacts facts, CustomerHistory history, Judged judged, LocalDate present, Compared versions) {

    /** Null if the customer has not ordered. */
    static @Nullable CustomerValue of(CustomerEntry entry, Compared versions) {
        LocalDate present = Judging.present(entry.facts(), versions.versions());
        return present == null || !entry.hasOrdered()
                ? null
                : new CustomerValue(entry.facts(), entry.history(), entry.judged(), present, versions);
    }

    /** The first day of which anything is known; null if no order ever counted. */
    public @Nullable LocalDate first() {
        return history.purchases().isEmpty()
                ? null
                : history.purchases().flows().getFirst().effective();
    }

    /** As it was known at the end of a day. */
    public Purchases purchases(LocalDate day) {
        return history.purchases().asOf(day);
    }

    public InForce inForce(LocalDate day) {
        return versions.on(day);
    }

    /** Of all reviews up to a day. */
    public Standing standing(LocalDate day) {
        return Judging.upTo(day, judged, history, versions).standing().asOf(day);
    }

    public CustomerPicture picture(LocalDate day) {
        return CustomerPicture.of(history, standing(day), day, inForce(day));
    }

    public PictureExplanation explanation(LocalDate day) {
        return ExplainingAPicture.explain(history, standing(day), day, inForce(day));
    }
}
