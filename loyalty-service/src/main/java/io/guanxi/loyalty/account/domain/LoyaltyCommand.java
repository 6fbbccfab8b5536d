package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;

/** What an order event asks of the buyer's loyalty account. */
public sealed interface LoyaltyCommand {

    /** Tenant and customer, as {@code tenant/customerId}. */
    String account();

    OrderRef order();

    /** Id of the order event that asks. */
    String cause();

    /** An order was heard of; nothing is earned or reversed by that. */
    record NoteOrder(String account, OrderRef order, String cause) implements LoyaltyCommand {}

    /**
     * An order was paid.
     *
     * @param paid what was paid for the whole order
     * @param rule the rule in force
     */
    record EarnForPayment(String account, OrderRef order, Money paid, EarningRule rule, String cause)
            implements LoyaltyCommand {

        public EarnForPayment {
            requireNotNegative("paid", paid);
        }
    }

    /**
     * Goods of an order came back.
     *
     * @param returnId names the return within its order; the same return counts once
     * @param refund what the customer got back for it
     */
    record ReverseForReturn(String account, OrderRef order, String returnId, Money refund, String cause)
            implements LoyaltyCommand {

        public ReverseForReturn {
            requireNotNegative("refund", refund);
        }
    }

    /** An order was cancelled as a whole. */
    record ReverseForCancellation(String account, OrderRef order, String cause) implements LoyaltyCommand {}

    private static void requireNotNegative(String name, Money money) {
        if (money.isNegative()) {
            throw new IllegalArgumentException(name + ": " + money + " (expected: zero or more)");
        }
    }
}
