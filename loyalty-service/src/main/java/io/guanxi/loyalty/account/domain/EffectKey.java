package io.guanxi.loyalty.account.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What makes an effect unique: however often its cause is reported, an account has one entry for it.
 *
 * @param account tenant and customer
 * @param cause the order's payment or cancellation, or one of its returns
 * @param rule the rule that makes the effect, without its version: a newer version does not earn again
 * @param kind {@code earn} or {@code reverse}
 */
record EffectKey(String account, List<String> cause, String rule, String kind) {

    private static final String EARNING = "earning";

    static EffectKey ofPayment(String account, OrderRef order) {
        return new EffectKey(account, List.of(order.shop(), order.orderId(), "payment"), EARNING, "earn");
    }

    static EffectKey ofReturn(String account, OrderRef order, String returnId) {
        return new EffectKey(account, List.of(order.shop(), order.orderId(), "return", returnId), EARNING, "reverse");
    }

    static EffectKey ofCancellation(String account, OrderRef order) {
        return new EffectKey(account, List.of(order.shop(), order.orderId(), "cancellation"), EARNING, "reverse");
    }

    /** The id of the one entry; the same key gives the same id on every machine. */
    String entryId() {
        StringBuilder name = new StringBuilder();
        for (String part : List.of(account, rule, kind)) {
            append(name, part);
        }
        cause.forEach(part -> append(name, part));
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Led by its length, so that no two keys give one name. */
    private static void append(StringBuilder name, String part) {
        name.append(part.length()).append(':').append(part).append('/');
    }
}
