package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One account under test: takes commands as the aggregate would, and keeps every event. */
public final class LedgerFixture {

    public static final String ACCOUNT = "acme/8f7cf0ae-8f0d-5d5c-9e4b-0d6a3e5f1b11";

    public static final EarningRule ONE_PER_UNIT = new EarningRule(1, BigDecimal.ONE, Map.of(), RoundingMode.DOWN);

    private final List<LoyaltyEvent> events = new ArrayList<>();
    private LoyaltyAccount account = LoyaltyAccount.unopened();
    private EarningRule rule = ONE_PER_UNIT;

    public static OrderRef order(String orderId) {
        return new OrderRef("web", orderId);
    }

    public static LedgerFixture newAccount() {
        return new LedgerFixture();
    }

    public LedgerFixture under(EarningRule rule) {
        this.rule = rule;
        return this;
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> take(LoyaltyCommand command) {
        var decision = LoyaltyDecider.decide(account, command);
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            events.addAll(accepted.events());
            for (LoyaltyEvent event : accepted.events()) {
                account = LoyaltyAccount.evolve(account, event);
            }
        }
        return decision;
    }

    public LedgerFixture placed(String order) {
        take(new NoteOrder(ACCOUNT, order(order), "placed-" + order));
        return this;
    }

    public LedgerFixture paid(String order, String amount) {
        return paid(order, amount, "CNY");
    }

    public LedgerFixture paid(String order, String amount, String currency) {
        take(payment(order, amount, currency));
        return this;
    }

    public LedgerFixture returned(String order, String returnId, String refund) {
        take(goods(order, returnId, refund));
        return this;
    }

    public LedgerFixture cancelled(String order) {
        take(cancellation(order));
        return this;
    }

    public EarnForPayment payment(String order, String amount, String currency) {
        return new EarnForPayment(ACCOUNT, order(order), Money.of(amount, currency), rule, "paid-" + order);
    }

    public static ReverseForReturn goods(String order, String returnId, String refund) {
        return new ReverseForReturn(ACCOUNT, order(order), returnId, Money.of(refund, "CNY"), "returned-" + returnId);
    }

    public static ReverseForCancellation cancellation(String order) {
        return new ReverseForCancellation(ACCOUNT, order(order), "cancelled-" + order);
    }

    public LoyaltyAccount account() {
        return account;
    }

    public long balance() {
        return account.balance();
    }

    public List<LoyaltyEvent> events() {
        return List.copyOf(events);
    }

    public LoyaltyEvent last() {
        return events.getLast();
    }
}
