package io.guanxi.loyalty.programme;

import java.util.List;

/**
 * The policies by which accounts apply the rules, by their codes, in the order in which they are asked.
 *
 * @param earning those that decide about a payment
 * @param reversal those that decide about a return or a cancellation
 */
public record NamedPolicies(List<String> earning, List<String> reversal) {

    public NamedPolicies {
        earning = List.copyOf(earning);
        reversal = List.copyOf(reversal);
    }
}
