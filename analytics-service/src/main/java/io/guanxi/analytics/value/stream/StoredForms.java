package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.OrderFacts.ReturnFacts;
import io.guanxi.analytics.value.domain.OrderFacts.Sale;
import io.guanxi.analytics.value.domain.OrderStep;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The bytes of what the state stores and their change logs hold. A changed layout gets a new number, and the old one stays
 * readable: approved bytes of each are kept with the tests.
 */
final class StoredForms {

    private static final int FIRST = 1;

    private StoredForms() {}

    static byte[] pack(OrderFacts order) {
        Packer out = new Packer(FIRST)
                .optional(order.placedAt(), Packer::moment)
                .moment(order.seenAt())
                .flag(order.cancelled())
                .optional(order.sale(), StoredForms::sale)
                .number(order.returns().size());
        order.returns()
                .forEach((id, returned) -> out.text(id)
                        .moment(returned.happened())
                        .number(returned.units())
                        .amount(returned.refund()));
        return out.packed();
    }

    static OrderFacts order(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST);
        Instant placed = in.optional(Unpacker::moment);
        Instant seen = in.moment();
        boolean cancelled = in.flag();
        Sale sale = in.optional(StoredForms::sale);
        TreeMap<String, ReturnFacts> returns = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            String id = in.text();
            returns.put(id, new ReturnFacts(in.moment(), in.number(), in.amount()));
        }
        return new OrderFacts(placed, seen, cancelled, sale, returns);
    }

    static byte[] pack(CustomerEntry entry) {
        Packer out = new Packer(FIRST);
        facts(out, entry.facts());
        return out.number(entry.sequence())
                .optional(entry.published(), StoredForms::scores)
                .packed();
    }

    static CustomerEntry customer(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST);
        return new CustomerEntry(facts(in), in.number(), in.optional(StoredForms::scores));
    }

    static byte[] pack(FactsChange change) {
        Packer out = new Packer(FIRST);
        facts(out, change.before());
        facts(out, change.after());
        return out.packed();
    }

    static FactsChange change(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST);
        return new FactsChange(facts(in), facts(in));
    }

    static byte[] pack(TenantEntry entry) {
        Totals totals = entry.totals();
        Packer out = new Packer(FIRST)
                .number(totals.orders())
                .number(totals.customers())
                .number(totals.units())
                .number(totals.returnedUnits());
        sums(out, totals.sums());
        return out.moment(totals.upTo())
                .number(entry.changes())
                .optional(entry.measured(), StoredForms::boundaries)
                .packed();
    }

    static TenantEntry tenant(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST);
        Totals totals = new Totals(in.number(), in.number(), in.number(), in.number(), sums(in), in.moment());
        return new TenantEntry(totals, in.number(), in.optional(StoredForms::boundaries));
    }

    static byte[] pack(RevisedBoundaries revised) {
        Packer out = new Packer(FIRST).number(revised.version()).moment(revised.revisedAt());
        boundaries(out, revised.boundaries());
        return out.packed();
    }

    static RevisedBoundaries revised(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST);
        return new RevisedBoundaries((int) in.number(), in.moment(), boundaries(in));
    }

    private static void sale(Packer out, Sale sale) {
        out.small(code(sale.step())).moment(sale.happened());
        out.text(sale.content().currency())
                .amount(sale.content().amount())
                .number(sale.content().units());
    }

    private static Sale sale(Unpacker in) {
        return new Sale(step(in.small()), in.moment(), OrderContent.of(in.text(), in.amount(), in.number()));
    }

    private static int code(OrderStep step) {
        return switch (step) {
            case PLACED -> 1;
            case CANCELLED -> 2;
            case RETURNED -> 3;
            case SHIPPED -> 4;
            case DELIVERED -> 5;
            case PAID -> 6;
        };
    }

    private static OrderStep step(int code) {
        for (OrderStep step : OrderStep.values()) {
            if (code(step) == code) {
                return step;
            }
        }
        throw new IllegalStateException("step of a stored order: " + code + " (expected: 1 to 6)");
    }

    private static void facts(Packer out, CustomerFacts facts) {
        out.number(facts.orders()).number(facts.units()).number(facts.returnedUnits());
        sums(out, facts.sums());
        out.optional(facts.firstOrderAt(), Packer::moment)
                .optional(facts.lastOrderAt(), Packer::moment)
                .moment(facts.updatedAt());
    }

    private static CustomerFacts facts(Unpacker in) {
        return new CustomerFacts(
                in.number(),
                in.number(),
                in.number(),
                sums(in),
                in.optional(Unpacker::moment),
                in.optional(Unpacker::moment),
                in.moment());
    }

    private static void sums(Packer out, SumsByCurrency sums) {
        out.number(sums.sums().size());
        sums.sums()
                .forEach((currency, sum) -> out.text(currency)
                        .number(sum.orders())
                        .amount(sum.revenue())
                        .amount(sum.refunded()));
    }

    private static SumsByCurrency sums(Unpacker in) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            String currency = in.text();
            sums.put(currency, new Sums(in.number(), in.amount(), in.amount()));
        }
        return new SumsByCurrency(sums);
    }

    private static void scores(Packer out, Scores scores) {
        out.small(scores.recency())
                .small(scores.frequency())
                .small(scores.monetary())
                .number(scores.boundariesVersion());
    }

    private static Scores scores(Unpacker in) {
        return new Scores(in.small(), in.small(), in.small(), (int) in.number());
    }

    private static void boundaries(Packer out, Boundaries boundaries) {
        out.number(boundaries.measuredAt().toEpochDay())
                .number(boundaries.population())
                .optional(boundaries.currency(), Packer::text);
        boundaries.recency().forEach(out::number);
        boundaries.frequency().forEach(out::number);
        boundaries.monetary().forEach(out::amount);
    }

    private static Boundaries boundaries(Unpacker in) {
        return new Boundaries(
                LocalDate.ofEpochDay(in.number()),
                in.number(),
                in.optional(Unpacker::text),
                four(in, Unpacker::number),
                four(in, Unpacker::number),
                four(in, Unpacker::amount));
    }

    private static <T> List<T> four(Unpacker in, Function<Unpacker, T> reader) {
        List<T> values = new ArrayList<>(4);
        for (int i = 0; i < 4; i++) {
            values.add(reader.apply(in));
        }
        return values;
    }
}
