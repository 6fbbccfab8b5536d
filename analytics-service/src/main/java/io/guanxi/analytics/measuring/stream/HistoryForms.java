package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Timeline;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The bytes of histories, as parts of larger forms: days as differences, each currency's name once. */
final class HistoryForms {

    private static final int PAGE = 1;

    private HistoryForms() {}

    static void history(Packer out, CustomerHistory history, PurchaseHistory purchases) {
        purchases(out, purchases);
        timeline(out, history.tiers());
        timeline(out, history.stages());
        out.number(history.referrals().size());
        history.referrals().forEach((event, day) -> out.text(event).day(day));
    }

    static CustomerHistory history(Unpacker in) {
        PurchaseHistory purchases = purchases(in);
        Timeline tiers = timeline(in);
        Timeline stages = timeline(in);
        TreeMap<String, LocalDate> referrals = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            referrals.put(in.text(), in.day());
        }
        return new CustomerHistory(purchases, tiers, stages, referrals);
    }

    static byte[] page(PurchaseHistory purchases) {
        Packer out = new Packer(PAGE);
        purchases(out, purchases);
        return out.packed();
    }

    static PurchaseHistory page(byte[] packed) {
        return purchases(new Unpacker(packed, PAGE));
    }

    private static void purchases(Packer out, PurchaseHistory purchases) {
        List<String> currencies = purchases.flows().stream()
                .flatMap(flow -> flow.sums().sums().keySet().stream())
                .distinct()
                .toList();
        out.all(currencies, Packer::text).number(purchases.flows().size());
        long before = 0;
        for (Flow flow : purchases.flows()) {
            long effective = flow.effective().toEpochDay();
            out.number(effective - before)
                    .number(effective - flow.ordered().toEpochDay())
                    .number(flow.orders())
                    .number(flow.units())
                    .number(flow.returnedUnits());
            before = effective;
            out.number(flow.sums().sums().size());
            flow.sums()
                    .sums()
                    .forEach((currency, sums) -> out.number(currencies.indexOf(currency))
                            .number(sums.orders())
                            .money(sums.revenue())
                            .money(sums.refunded()));
        }
    }

    private static PurchaseHistory purchases(Unpacker in) {
        List<String> currencies = in.all(Unpacker::text);
        int size = (int) in.number();
        List<Flow> flows = new ArrayList<>(size);
        long effective = 0;
        for (int i = 0; i < size; i++) {
            effective += in.number();
            flows.add(new Flow(
                    LocalDate.ofEpochDay(effective),
                    LocalDate.ofEpochDay(effective - in.number()),
                    in.number(),
                    in.number(),
                    in.number(),
                    sums(in, currencies)));
        }
        return new PurchaseHistory(flows);
    }

    private static SumsByCurrency sums(Unpacker in, List<String> currencies) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            String currency = currencies.get((int) in.number());
            sums.put(currency, new Sums(in.number(), in.money(), in.money()));
        }
        return sums.isEmpty() ? SumsByCurrency.NOTHING : new SumsByCurrency(sums);
    }

    private static void timeline(Packer out, Timeline timeline) {
        out.number(timeline.values().size());
        timeline.values().forEach((from, value) -> out.moment(from).text(value));
    }

    private static Timeline timeline(Unpacker in) {
        long left = in.number();
        if (left == 0) {
            return Timeline.EMPTY;
        }
        TreeMap<Instant, String> values = new TreeMap<>();
        for (; left > 0; left--) {
            values.put(in.moment(), in.text());
        }
        return new Timeline(values);
    }
}
