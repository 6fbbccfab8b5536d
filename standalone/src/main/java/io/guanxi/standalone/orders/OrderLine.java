package io.guanxi.standalone.orders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order as a shop's log tells it.
 *
 * @param quantity units, zero or more
 * @param amount of the whole line, in the order's currency
 */
record OrderLine(String sku, @Nullable String category, int quantity, BigDecimal amount) {}
