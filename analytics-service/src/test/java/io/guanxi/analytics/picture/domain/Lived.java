package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderNews.Returned;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A history, told order by order. */
public record Lived(CustomerHistory history) {

    public static Lived nothing() {
        return new Lived(CustomerHistory.NONE);
    }

    /** Placed and paid on a day, of one unit. */
    public Lived order(String day, String amount) {
        return with(paid(day, amount));
    }

    /** Placed and paid on a day, and sent back on another. */
    public Lived order(String day, String amount, String returned, String refund) {
        OrderContent content = OrderContent.of("CNY", new BigDecimal(amount), 1);
        return with(paid(day, amount)
                .with(new OrderNews(
                        OrderStep.RETURNED,
                        at(returned),
                        null,
                        content,
                        new Returned("return", 1, new BigDecimal(refund)))));
    }

    public Lived referral(String day) {
        return new Lived(history.withReferral("referral on " + day, LocalDate.parse(day)));
    }

    public Lived tier(String day, String tier) {
        return new Lived(history.withTiers(history.tiers().with(at(day), tier)));
    }

    private static OrderRecord paid(String day, String amount) {
        OrderContent content = OrderContent.of("CNY", new BigDecimal(amount), 1);
        return OrderRecord.UNKNOWN
                .with(new OrderNews(OrderStep.PLACED, at(day), at(day), content, null))
                .with(new OrderNews(OrderStep.PAID, at(day), at(day), content, null));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private Lived with(OrderRecord order) {
        PurchaseHistory purchases =
                history.purchases().replacing(OrderFlows.of(OrderRecord.UNKNOWN), OrderFlows.of(order));
        return new Lived(history.with(purchases));
    }
}
