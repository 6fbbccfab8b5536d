package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a shop sends, and collects what is wrong with it, so that its makers learn all of it at once. */
final class Fields {

    /** A basket asks for no more time than this; the programme may grant less. */
    static final Duration LONGEST_HOLD = Duration.ofDays(30);

    private static final int LONGEST_ID = 100;
    private static final int MOST_LINES = 500;

    /** Stands in until the request is refused: in ISO 4217, a transaction in which no currency is involved. */
    private static final String NO_CURRENCY = "XXX";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @throws RequestRefused if anything was wrong */
    void refuseIfAnyIsWrong() {
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
    }

    /** Either by the id that Guanxi gives, or by what the shop calls the customer. */
    @Nullable
    CustomerKey customer(String tenant, CheckoutRequests.@Nullable Customer customer) {
        String id = customer == null ? null : customer.customerId();
        String shop = customer == null ? null : customer.shop();
        String externalId = customer == null ? null : customer.externalId();
        if (id != null && shop == null && externalId == null) {
            return readable("/customer/customerId", "must be a UUID in lower case", () -> new CustomerKey(tenant, id));
        }
        if (id == null && shop != null && externalId != null) {
            return readable(
                    "/customer",
                    "must have shop and externalId as texts that are not empty",
                    () -> CustomerKey.of(tenant, shop, externalId));
        }
        wrong("/customer", "must have either customerId, or shop and externalId");
        return null;
    }

    private @Nullable CustomerKey readable(String pointer, String otherwise, Supplier<CustomerKey> key) {
        try {
            return key.get();
        } catch (IllegalArgumentException e) {
            wrong(pointer, otherwise);
            return null;
        }
    }

    OrderRef order(CheckoutRequests.@Nullable Order order) {
        if (order == null) {
            wrong("/order", "must name the order by shop and orderId");
            return new OrderRef("", "");
        }
        return new OrderRef(id("/order/shop", order.shop()), id("/order/orderId", order.orderId()));
    }

    String id(String pointer, @Nullable String id) {
        if (id == null
                || id.isEmpty()
                || id.length() > LONGEST_ID
                || CONTROL.matcher(id).find()
                || !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            wrong(pointer, "must have 1 to " + LONGEST_ID + " characters");
        }
        return id == null ? "" : id;
    }

    /** A category, brand, channel or occasion in the shop's words, or none. */
    @Nullable
    String word(String pointer, @Nullable String word) {
        return word == null ? null : id(pointer, word);
    }

    String code(String pointer, @Nullable String code) {
        if (code == null || code.length() > LONGEST_ID || !CODE.matcher(code).matches()) {
            wrong(pointer, "must be a code of lower-case letters, digits and hyphens, such as ten-off");
        }
        return code == null ? "" : code;
    }

    Money money(@Nullable String amount, @Nullable String currency) {
        String known = currency(currency);
        return new Money(amount("/total", amount), known);
    }

    private String currency(@Nullable String currency) {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            wrong("/currency", "must be an ISO 4217 code, such as CNY");
            return NO_CURRENCY;
        }
        return currency;
    }

    BigDecimal amount(String pointer, @Nullable String amount) {
        if (amount == null || !AMOUNT.matcher(amount).matches()) {
            wrong(pointer, "must be an amount as text, such as \"312.00\"");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(amount);
    }

    long points(String pointer, @Nullable Long points) {
        if (points == null || points < 1 || points > LoyaltyAccount.LARGEST_BALANCE) {
            wrong(pointer, "must be a whole number from 1 to " + LoyaltyAccount.LARGEST_BALANCE);
        }
        return points == null ? 0 : points;
    }

    Duration keepFor(@Nullable Long seconds) {
        if (seconds != null && (seconds < 1 || seconds > LONGEST_HOLD.toSeconds())) {
            wrong("/keepForSeconds", "must be a whole number from 1 to " + LONGEST_HOLD.toSeconds());
        }
        return seconds == null ? LONGEST_HOLD : Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_HOLD.toSeconds()));
    }

    /** Without what is no entry. */
    <T> List<T> list(String pointer, @Nullable List<@Nullable T> items) {
        var there = new ArrayList<T>();
        for (T item : items == null ? List.<T>of() : items) {
            if (item != null) {
                there.add(item);
            }
        }
        if (items != null && (items.size() > MOST_LINES || there.size() < items.size())) {
            wrong(pointer, "must have at most " + MOST_LINES + " entries, none of them null");
        }
        return there;
    }

    List<String> words(String pointer, @Nullable List<@Nullable String> words) {
        List<String> there = list(pointer, words);
        for (int i = 0; i < there.size(); i++) {
            id(pointer + "/" + i, there.get(i));
        }
        return there;
    }

    private void wrong(String pointer, String message) {
        problems.add(FieldProblem.inBody(pointer, message));
    }
}
