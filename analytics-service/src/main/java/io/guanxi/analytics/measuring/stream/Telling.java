package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.StandingChange;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Brings a customer's standing up to the present day and passes on what has changed: to the tenant's totals, to the topic of
 * states, and each change of standing to the topic of analytics.
 */
final class Telling {

    private final ValueTopology.Parts parts;
    private final InForceTable inForce;
    private final Consumer<Record<byte[], Outcome>> out;

    Telling(ValueTopology.Parts parts, InForceTable inForce, Consumer<Record<byte[], Outcome>> out) {
        this.parts = parts;
        this.inForce = inForce;
        this.out = out;
    }

    /** What a customer is at present. */
    private record Present(CustomerPicture picture, InForce inForce) {}

    /**
     * @param before as it was told of
     * @param now with what is known now
     * @param cause of the change, whose correlation goes on; null if it was a version, which many customers follow from
     * @return as it was told of now
     */
    CustomerEntry tell(
            String customer, CustomerEntry before, CustomerEntry now, long timestamp, @Nullable Origin cause) {
        String tenant = CustomerKey.parse(customer).tenant();
        Compared versions = new Compared(inForce.of(tenant), parts.currencies().conversion(tenant));
        LocalDate day = Judging.present(now.facts(), versions.versions());
        if (day == null) {
            return now;
        }
        CustomerEntry judged = now.with(Judging.upTo(day, now.judged(), now.history(), versions));
        InForce present = versions.on(day);
        CustomerPicture picture =
                CustomerPicture.of(judged.history(), judged.judged().standing(), day, present);
        CustomerEntry told = tellChanges(customer, before, judged, timestamp, cause);
        told = tellTotals(tenant, before, told, counted(told, present), timestamp);
        return tellState(customer, before, told, new Present(picture, present), timestamp, cause);
    }

    private CustomerEntry tellChanges(
            String customer, CustomerEntry before, CustomerEntry now, long timestamp, @Nullable Origin cause) {
        Told told = now.told();
        for (StandingChange change :
                now.judged().standing().changesSince(before.judged().standing())) {
            StandingEvents.Telling event = parts.standings().event(customer, change, told, now.facts(), cause);
            out.accept(event.record(timestamp));
            told = event.told();
            parts.signals().standingChanged();
        }
        return now.with(told);
    }

    private static Counted counted(CustomerEntry entry, InForce present) {
        if (!entry.facts().counts()) {
            return Counted.PLAIN;
        }
        var grade = entry.judged().standing().grade();
        Conversion conversion = present.conversion();
        return new Counted(
                grade == null ? null : grade.code(),
                conversion == null || conversion.rates().isEmpty() ? null : Comparisons.text(conversion));
    }

    private CustomerEntry tellTotals(
            String tenant, CustomerEntry before, CustomerEntry now, Counted counted, long timestamp) {
        Counted last = before.told().counted();
        FactsChange facts = new FactsChange(before.facts(), now.facts());
        if (now.hasOrdered() && (matters(facts) || isLaterDay(facts) || !counted.equals(last))) {
            out.accept(new Record<>(
                    tenant.getBytes(StandardCharsets.UTF_8),
                    new Outcome.Change(StoredForms.pack(new CustomerChange(facts, last, counted))),
                    timestamp,
                    new RecordHeaders()));
        }
        return now.with(now.told().counted(counted));
    }

    private CustomerEntry tellState(
            String customer,
            CustomerEntry before,
            CustomerEntry now,
            Present present,
            long timestamp,
            @Nullable Origin cause) {
        CustomerPicture picture = present.picture();
        int sign = PublishedSign.of(picture, present.inForce());
        boolean matters = matters(new FactsChange(before.facts(), now.facts()));
        boolean otherwise = sign != now.told().sign()
                || !sameScores(picture.scores(), now.told().scores());
        if (!now.hasOrdered() || !matters && !otherwise) {
            return now;
        }
        CustomerEntry published = now.with(now.told().published(picture.scores(), sign));
        out.accept(parts.states().record(customer, published, picture, present.inForce(), timestamp, cause));
        if (cause == null) {
            parts.signals().valueRescored();
        } else {
            parts.signals().valuePublished();
        }
        return published;
    }

    private static boolean sameScores(@Nullable Scores now, @Nullable Scores published) {
        return now == null || published != null && published.sameAs(now);
    }

    private static boolean matters(FactsChange facts) {
        return facts.after().differsFrom(facts.before());
    }

    /** Recency is counted in days, so a tenant need not hear of every later event. */
    private static boolean isLaterDay(FactsChange facts) {
        CustomerFacts before = facts.before();
        return before.equals(CustomerFacts.NOTHING)
                || Measures.day(facts.after().updatedAt()).isAfter(Measures.day(before.updatedAt()));
    }
}
