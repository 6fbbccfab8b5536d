package io.guanxi.analytics.measuring.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What this service reads of an order event; all six kinds have these fields. */
record OrderBody(
        String orderId,
        String shop,
        Buyer buyer,
        String currency,
        @Nullable Instant placedAt,
        List<Line> lines,
        Totals totals,
        @JsonProperty("return") @Nullable Return returned) {

    record Buyer(String externalId) {}

    /** @param sku the article; what comes back is told by its line alone */
    record Line(String lineId, @Nullable String sku, long quantity) {}

    record Totals(BigDecimal grand) {}

    record Return(String returnId, List<Line> lines, BigDecimal refund) {}

    OrderNews news(OrderStep step, Instant happened) {
        return new OrderNews(
                step,
                happened,
                placedAt,
                new OrderContent(currency, totals.grand(), units(lines), articles()),
                step == OrderStep.RETURNED ? returnedNews() : null);
    }

    private OrderNews.@Nullable Returned returnedNews() {
        return returned == null
                ? null
                : new OrderNews.Returned(returned.returnId(), units(returned.lines()), returned.refund());
    }

    private List<String> articles() {
        return lines.stream().map(Line::sku).filter(Objects::nonNull).toList();
    }

    private static long units(List<Line> lines) {
        return lines.stream().mapToLong(Line::quantity).sum();
    }
}
