package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.OrderFacts.ReturnFacts;
import io.guanxi.analytics.value.domain.OrderFacts.Sale;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderNews.Returned;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stored order. The first layout kept what followed from its events; the second keeps what they said, each
 * content once. An order of the first layout becomes one of the second with its next event.
 */
final class OrderForms {

    private static final int FACTS = 1;
    private static final int NEWS = 2;

    private OrderForms() {}

    static byte[] pack(OrderRecord order) {
        List<OrderContent> contents =
                order.news().stream().map(OrderNews::content).distinct().toList();
        Packer out = new Packer(NEWS).all(contents, OrderForms::content);
        out.number(order.news().size());
        long before = 0;
        for (OrderNews news : order.news()) {
            out.small(code(news.step()))
                    .number(news.happened().getEpochSecond() - before)
                    .number(news.happened().getNano())
                    .number(contents.indexOf(news.content()));
            before = news.happened().getEpochSecond();
            placed(out, news.placedAt(), before);
            out.optional(news.returned(), OrderForms::returned);
        }
        return out.packed();
    }

    private static void content(Packer out, OrderContent content) {
        out.text(content.currency())
                .money(content.amount())
                .number(content.units())
                .all(content.articles(), Packer::text);
    }

    private static void placed(Packer out, @Nullable Instant placedAt, long happened) {
        out.optional(
                placedAt,
                (packer, at) -> packer.number(at.getEpochSecond() - happened).number(at.getNano()));
    }

    private static void returned(Packer out, Returned returned) {
        out.text(returned.returnId()).number(returned.units()).money(returned.refund());
    }

    static OrderRecord order(byte[] packed) {
        Unpacker in = new Unpacker(packed, FACTS, NEWS);
        return in.format() == FACTS ? OrderRecord.rebuiltFrom(facts(in)) : record(in);
    }

    private static OrderRecord record(Unpacker in) {
        List<OrderContent> contents = in.all(OrderForms::content);
        TreeSet<OrderNews> all = new TreeSet<>();
        long before = 0;
        for (long left = in.number(); left > 0; left--) {
            OrderStep step = step(in.small());
            Instant happened = Instant.ofEpochSecond(before + in.number(), in.number());
            before = happened.getEpochSecond();
            OrderContent content = contents.get((int) in.number());
            Instant placed = in.optional(unpacker ->
                    Instant.ofEpochSecond(happened.getEpochSecond() + unpacker.number(), unpacker.number()));
            all.add(new OrderNews(step, happened, placed, content, in.optional(OrderForms::returned)));
        }
        return new OrderRecord(all);
    }

    private static OrderContent content(Unpacker in) {
        return new OrderContent(in.text(), in.money(), in.number(), new ArrayList<>(in.all(Unpacker::text)));
    }

    private static Returned returned(Unpacker in) {
        return new Returned(in.text(), in.number(), in.money());
    }

    private static OrderFacts facts(Unpacker in) {
        Instant placed = in.optional(Unpacker::moment);
        Instant seen = in.moment();
        boolean cancelled = in.flag();
        Sale sale = in.optional(OrderForms::sale);
        TreeMap<String, ReturnFacts> returns = new TreeMap<>();
        for (long left = in.number(); left > 0; left--) {
            String id = in.text();
            returns.put(id, new ReturnFacts(in.moment(), in.number(), in.amount()));
        }
        return new OrderFacts(placed, seen, cancelled, sale, returns);
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
}
