package io.guanxi.standalone.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills the body of an order: who buys what, where, and what the shop may say about it. */
final class Basket {

    /** Bought over the counter: nothing is sent. */
    static final String STORE = "store";

    private final RandomGenerator random;

    Basket(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode order(String orderId, Shopper shopper, Instant placed) {
        String channel = channel();
        ObjectNode order = JsonMapper.shared().createObjectNode();
        order.put("orderId", orderId).put("shop", SimulatedShop.NAME);
        sayBuyer(
                order.putObject("buyer"), shopper, placed.atZone(ZoneOffset.UTC).toLocalDate());
        if (!channel.equals(STORE)) {
            order.putObject("delivery").put("addressDigest", AddressDigest.of(shopper.address()));
        }
        order.put("channel", channel).put("currency", "CNY").put("placedAt", placed.toString());
        BigDecimal total = fill(order.putArray("lines"));
        order.putObject("totals").put("grand", total.toPlainString());
        return order;
    }

    private String channel() {
        return switch (random.nextInt(6)) {
            case 0 -> STORE;
            case 1, 2 -> "app";
            default -> "web";
        };
    }

    private static void sayBuyer(ObjectNode buyer, Shopper shopper, LocalDate day) {
        buyer.put("externalId", shopper.externalId());
        if (shopper.referredBy() != null) {
            buyer.put("referredBy", shopper.referredBy());
        }
        if (shopper.hasBirthdayAround(day)) {
            buyer.putArray("occasions").add("birthday");
        }
    }

    private BigDecimal fill(ArrayNode lines) {
        BigDecimal total = BigDecimal.ZERO;
        int size = 1 + random.nextInt(3);
        for (int line = 1; line <= size; line++) {
            Article article = Article.RANGE.get(random.nextInt(Article.RANGE.size()));
            int quantity = 1 + random.nextInt(3);
            BigDecimal amount = article.price().multiply(BigDecimal.valueOf(quantity));
            lines.addObject()
                    .put("lineId", String.valueOf(line))
                    .put("sku", article.sku())
                    .put("category", article.category())
                    .put("brand", article.brand())
                    .put("name", article.name())
                    .put("quantity", quantity)
                    .put("unitPrice", article.price().toPlainString())
                    .put("amount", amount.toPlainString());
            total = total.add(amount);
        }
        return total;
    }
}
