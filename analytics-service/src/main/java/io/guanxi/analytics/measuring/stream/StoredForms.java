package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The bytes of what the state stores and their change logs hold, but for orders. A changed layout gets a new number, and the old one stays
 * readable: approved bytes of each are kept with the tests.
 */
final class StoredForms {

    private static final int FIRST = 1;
    private static final int WITH_HISTORY = 2;
    private static final int WITH_GRADES = 2;

    private StoredForms() {}

    /** Without what is on its pages. */
    static byte[] pack(CustomerEntry entry) {
        Packer out = new Packer(WITH_HISTORY);
        facts(out, entry.facts());
        HistoryForms.history(out, entry.history(), entry.paging().lately());
        out.number(entry.paging().pages());
        StandingForms.standing(out, entry.judged().standing());
        out.number(entry.judged().boundariesVersion()).optional(entry.judged().boundariesDay(), Packer::day);
        told(out, entry.told());
        return out.packed();
    }

    /** @return with the purchases that are on no page */
    static CustomerEntry customer(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST, WITH_HISTORY);
        CustomerFacts facts = facts(in);
        if (in.format() == FIRST) {
            Told told = new Told(in.number(), in.optional(StoredForms::scores), 0, Counted.PLAIN, null, List.of());
            return CustomerEntry.UNKNOWN.with(facts).with(told);
        }
        CustomerHistory history = HistoryForms.history(in);
        Paging paging = new Paging((int) in.number(), history.purchases());
        Judged judged = new Judged(StandingForms.standing(in), (int) in.number(), in.optional(Unpacker::day));
        return new CustomerEntry(facts, history, paging, judged, told(in));
    }

    private static void told(Packer out, Told told) {
        out.number(told.sequence()).optional(told.scores(), StoredForms::scores).number(told.sign());
        counted(out, told.counted());
        out.optional(told.day(), Packer::day).all(told.changes(), (packer, change) -> packer.number(change));
    }

    private static Told told(Unpacker in) {
        return new Told(
                in.number(),
                in.optional(StoredForms::scores),
                (int) in.number(),
                counted(in),
                in.optional(Unpacker::day),
                in.all(unpacker -> (int) unpacker.number()));
    }

    /** Whether a customer was kept when histories were not, so that its history has to be found out from its orders. */
    static boolean isWithoutHistory(byte[] packedCustomer) {
        return packedCustomer[0] == FIRST;
    }

    static byte[] pack(CustomerChange change) {
        Packer out = new Packer(WITH_GRADES);
        facts(out, change.facts().before());
        facts(out, change.facts().after());
        counted(out, change.before());
        counted(out, change.after());
        return out.packed();
    }

    static CustomerChange change(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST, WITH_GRADES);
        FactsChange facts = new FactsChange(facts(in), facts(in));
        return in.format() == FIRST
                ? new CustomerChange(facts, Counted.PLAIN, Counted.PLAIN)
                : new CustomerChange(facts, counted(in), counted(in));
    }

    private static void counted(Packer out, Counted counted) {
        out.optional(counted.grade(), Packer::text).optional(counted.comparison(), Packer::text);
    }

    private static Counted counted(Unpacker in) {
        return new Counted(in.optional(Unpacker::text), in.optional(Unpacker::text));
    }

    static byte[] pack(TenantEntry entry) {
        Totals totals = entry.totals();
        Packer out = new Packer(WITH_GRADES)
                .number(totals.orders())
                .number(totals.customers())
                .number(totals.units())
                .number(totals.returnedUnits());
        sums(out, totals.sums());
        out.moment(totals.upTo())
                .number(entry.changes())
                .optional(entry.measured(), StoredForms::boundaries)
                .number(entry.grades().size());
        entry.grades().forEach((grade, gradeTotals) -> {
            out.text(grade).number(gradeTotals.customers());
            sums(out, gradeTotals.sums());
        });
        return out.packed();
    }

    static TenantEntry tenant(byte[] packed) {
        Unpacker in = new Unpacker(packed, FIRST, WITH_GRADES);
        Totals totals = new Totals(in.number(), in.number(), in.number(), in.number(), sums(in), in.moment());
        long changes = in.number();
        Boundaries measured = in.optional(StoredForms::boundaries);
        TreeMap<String, GradeTotals> grades = new TreeMap<>();
        for (long left = in.format() == FIRST ? 0 : in.number(); left > 0; left--) {
            grades.put(in.text(), new GradeTotals(in.number(), sums(in)));
        }
        return new TenantEntry(totals, changes, measured, grades);
    }

    /** Whether a tenant was kept when the values of amounts were counted exactly, so that they have to be put into buckets. */
    static boolean isWithoutBuckets(byte[] packedTenant) {
        return packedTenant[0] == FIRST;
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
