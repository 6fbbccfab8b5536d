package io.guanxi.analytics.measuring.stream;

import org.jspecify.annotations.Nullable;

/**
 * As what a customer is counted in the tenant's totals, beside the facts. It is kept with the customer and goes along with
 * every change, so that what is taken back is what was counted, whatever has been configured or published meanwhile.
 *
 * @param grade code of the grade; null of a customer without one
 * @param comparison how amounts were made comparable, as {@link Comparisons#text} writes it; null if they were counted by
 *     currency alone
 */
record Counted(@Nullable String grade, @Nullable String comparison) {

    static final Counted PLAIN = new Counted(null, null);
}
