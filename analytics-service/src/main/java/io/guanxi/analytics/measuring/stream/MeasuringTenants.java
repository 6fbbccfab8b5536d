package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Quintiles;
import io.guanxi.analytics.value.domain.Totals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up what changes and measures a tenant's population when enough has changed. What was measured is proposed until it is
 * in force, so that a lost proposal is made again, also after a restart.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
final class MeasuringTenants implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(MeasuringTenants.class);

    private final ValueTopology.Parts parts;

    /** The tenants with something to do, and since when in the machine's time; it decides when to look, and nothing else. */
    private final Map<String, Long> restless = new HashMap<>();

    private TenantBook book;
    private InForceTable inForce;
    private ProcessorContext<Void, Void> context;

    MeasuringTenants(ValueTopology.Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        book = new TenantBook(context.getStateStore(ValueTopology.TENANTS));
        inForce = new InForceTable(() -> context.getStateStore(ValueTopology.BOUNDARIES));
        book.eachTenant(tenant -> restless.put(tenant, context.currentSystemTimeMs()));
        context.schedule(parts.measureEvery(), PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String tenant = new String(record.key(), StandardCharsets.UTF_8);
        CustomerChange change = StoredForms.change(record.value());
        TenantEntry entry = book.tenant(tenant);
        book.count(tenant, change);
        book.put(tenant, entry.plus(change));
        restless.putIfAbsent(tenant, context.currentSystemTimeMs());
    }

    private void look(long now) {
        restless.entrySet().removeIf(waiting -> isAtRest(waiting, now));
    }

    private boolean isAtRest(Map.Entry<String, Long> waiting, long now) {
        String tenant = waiting.getKey();
        TenantEntry entry = book.tenant(tenant);
        Duration waited = Duration.ofMillis(now - waiting.getValue());
        if (parts.rule().isDue(entry.changes(), entry.totals().customers(), waited)) {
            entry = entry.measured(measuredOrNot(tenant, entry.totals()));
            book.put(tenant, entry);
            waiting.setValue(now);
        }
        Boundaries measured = entry.measured();
        boolean inForce = measured == null || isInForce(tenant, measured);
        if (measured != null && !inForce) {
            parts.desk().propose(tenant, measured, entry.totals().upTo());
        }
        return inForce && entry.changes() == 0;
    }

    private boolean isInForce(String tenant, Boundaries measured) {
        Versions.Numbered present = inForce.of(tenant).boundaries();
        return present != null && present.boundaries().sameCutsAs(measured);
    }

    /** Counts that contradict each other are a fault of this service; totals and facts are right without scores. */
    private @Nullable Boundaries measuredOrNot(String tenant, Totals totals) {
        try {
            return measure(tenant, totals);
        } catch (IllegalStateException fault) {
            LOG.error("The population of tenant {} cannot be measured", tenant, fault);
            return null;
        }
    }

    /** Null if there is nobody to measure. */
    private @Nullable Boundaries measure(String tenant, Totals totals) {
        long population = totals.customers();
        if (population == 0) {
            return null;
        }
        LocalDate day = Measures.day(totals.upTo());
        Comparison comparison = comparison(tenant, totals, day);
        if (!isCompared(tenant, comparison, population)) {
            return null;
        }
        List<Long> recency = book.recencyCuts(tenant, population).reversed().stream()
                .map(lastOrder -> day.toEpochDay() - lastOrder)
                .toList();
        List<BigDecimal> monetary = comparison == null
                ? Collections.nCopies(Quintiles.CUT_POINTS, Amounts.ZERO)
                : book.monetaryCuts(tenant, population, comparison.counts());
        String currency = comparison == null ? null : comparison.currency();
        return new Boundaries(day, population, currency, recency, book.frequencyCuts(tenant, population), monetary);
    }

    /**
     * In which currency amounts are compared.
     *
     * @param counts under which their buckets are found: the currency, or the text of a conversion
     */
    private record Comparison(String currency, String counts) {}

    /** Null as long as nothing says in which currency. */
    private @Nullable Comparison comparison(String tenant, Totals totals, LocalDate day) {
        Compared versions = new Compared(inForce.of(tenant), parts.currencies().conversion(tenant));
        Conversion conversion = versions.on(day).conversion();
        if (conversion == null) {
            String currency = parts.currencies().of(tenant, totals.sums());
            return currency == null ? null : new Comparison(currency, currency);
        }
        String counts = conversion.rates().isEmpty() ? conversion.currency() : Comparisons.text(conversion);
        return new Comparison(conversion.currency(), counts);
    }

    /** After a change of rates, all customers have to be counted anew by them before they are measured. */
    private boolean isCompared(String tenant, @Nullable Comparison comparison, long population) {
        return comparison == null
                || comparison.counts().equals(comparison.currency())
                || book.compared(tenant, comparison.counts()) >= population
                || inForce.of(tenant).boundaries() == null;
    }
}
