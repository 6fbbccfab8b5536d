package io.guanxi.loyalty.account.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What makes an effect unique: however often its cause is reported, an account has one entry for it.
 *
 * @param account tenant and customer
 * @param cause the order's payment or cancellation, one of its returns, a hold, a transfer, a complaint, a due time
 * @param rule the rule that makes the effect, without its version: a newer version does not earn again
 * @param kind such as {@code earn} or {@code reverse}
 */
record EffectKey(String account, List<String> cause, String rule, String kind) {

    private static final String EARNING = "earning";

    static EffectKey ofPayment(String account, OrderRef order, String purse) {
        return new EffectKey(account, List.of(order.shop(), order.orderId(), "payment"), earning(purse), "earn");
    }

    static EffectKey ofReturn(String account, OrderRef order, String returnId, String purse) {
        return new EffectKey(
                account, List.of(order.shop(), order.orderId(), "return", returnId), earning(purse), "reverse");
    }

    static EffectKey ofCancellation(String account, OrderRef order, String purse) {
        return new EffectKey(
                account, List.of(order.shop(), order.orderId(), "cancellation"), earning(purse), "reverse");
    }

    /** Of anything else: {@code kind} says what happens, {@code cause} names the one thing that makes it happen. */
    static EffectKey of(LoyaltyAccount account, String kind, String rule, String... cause) {
        return new EffectKey(
                Objects.requireNonNull(account.id(), "an account with an effect is open"), List.of(cause), rule, kind);
    }

    /** The main purse was the only one once, and what it earns has kept its name. */
    private static String earning(String purse) {
        return purse.equals(LedgerEntry.MAIN_PURSE) ? EARNING : EARNING + ":" + purse;
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
