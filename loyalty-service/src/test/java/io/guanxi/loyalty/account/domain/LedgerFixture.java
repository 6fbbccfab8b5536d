package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteDelivery;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseHeld;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SpendHeld;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account under test: takes commands as the aggregate would, and keeps every event.
 *
 * <p>Everything happens at one moment until {@link #at} names a later one. The rules are those of version 1, one point for
 * one unit of any currency, until {@link #under} names others.
 */
public final class LedgerFixture {

    public static final String ACCOUNT = "acme/8f7cf0ae-8f0d-5d5c-9e4b-0d6a3e5f1b11";

    public static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");

    private final List<LoyaltyEvent> events = new ArrayList<>();
    private LoyaltyAccount account = LoyaltyAccount.unopened();
    private RuleBook book = RulesFixture.rules().book();
    private Instant now = THEN;

    public static OrderRef order(String orderId) {
        return new OrderRef("web", orderId);
    }

    public static LedgerFixture newAccount() {
        return new LedgerFixture();
    }

    /** From now on only these rules are known, as version 1. */
    public LedgerFixture under(RulesFixture rules) {
        return under(1, rules.build());
    }

    /** From now on only these rules are known, and they have always held. */
    public LedgerFixture under(int version, ProgrammeRules rules) {
        return under(RulesFixture.book(version, rules));
    }

    public LedgerFixture under(RuleBook rules) {
        book = rules;
        return this;
    }

    /** These rules are published now, and hold from a later moment on. */
    public LedgerFixture publishing(int version, String from, RulesFixture rules) {
        return under(book.with(new PublishedRules(version, Instant.parse(from), null, now, null, rules.build())));
    }

    /** What comes next happens then. */
    public LedgerFixture at(String moment) {
        return at(Instant.parse(moment));
    }

    public LedgerFixture at(Instant moment) {
        now = moment;
        return this;
    }

    public Instant now() {
        return now;
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> take(LoyaltyCommand command) {
        var decision = LoyaltyDecider.decide(account, command, book);
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            events.addAll(accepted.events());
            for (LoyaltyEvent event : accepted.events()) {
                account = LoyaltyAccount.evolve(account, event);
            }
        }
        return decision;
    }

    public Stamp stamp(String cause) {
        return new Stamp(cause, now, now);
    }

    public LedgerFixture placed(String order) {
        take(new NoteOrder(ACCOUNT, order(order), stamp("placed-" + order)));
        return this;
    }

    public LedgerFixture paid(String order, String amount) {
        return paid(order, amount, "CNY");
    }

    public LedgerFixture paid(String order, String amount, String currency) {
        take(payment(order, amount, currency));
        return this;
    }

    public LedgerFixture paid(OrderFacts facts) {
        take(new EarnForPayment(ACCOUNT, facts, stamp("paid-" + facts.order().orderId())));
        return this;
    }

    /** An order of before, of which one hears only now. */
    public LedgerFixture paidBefore(String order, String amount, String paidAt) {
        return paid(OrderFacts.of(order(order), Money.of(amount, "CNY"), Instant.parse(paidAt)));
    }

    public LedgerFixture delivered(String order) {
        take(new NoteDelivery(ACCOUNT, order(order), now, stamp("delivered-" + order)));
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

    /** A basket takes so many points, and they are used at once. */
    public LedgerFixture spent(String hold, long points) {
        return held(hold, points).spentHeld(hold);
    }

    /** A basket keeps so many points aside, for as long as the programme lets it. */
    public LedgerFixture held(String hold, long points) {
        Instant until = now.plus(Duration.ofDays(1));
        take(new HoldPoints(
                ACCOUNT, hold, LedgerEntry.MAIN_PURSE, points, order("basket-" + hold), until, stamp(hold)));
        return this;
    }

    public LedgerFixture spentHeld(String hold) {
        take(new SpendHeld(ACCOUNT, hold, stamp("spend-" + hold)));
        return this;
    }

    public LedgerFixture released(String hold) {
        take(new ReleaseHeld(ACCOUNT, hold, false, stamp("release-" + hold)));
        return this;
    }

    /** Somebody looks at the account then, and nothing else happens. */
    public LedgerFixture looked(String moment) {
        return looked(Instant.parse(moment));
    }

    public LedgerFixture looked(Instant moment) {
        at(moment).take(new AdvanceTime(ACCOUNT, stamp("sweep")));
        return this;
    }

    public EarnForPayment payment(String order, String amount, String currency) {
        return new EarnForPayment(
                ACCOUNT, OrderFacts.of(order(order), Money.of(amount, currency), now), stamp("paid-" + order));
    }

    public ReverseForReturn goods(String order, String returnId, String refund) {
        return new ReverseForReturn(
                ACCOUNT, order(order), returnId, Money.of(refund, "CNY"), stamp("returned-" + returnId));
    }

    public ReverseForCancellation cancellation(String order) {
        return new ReverseForCancellation(ACCOUNT, order(order), stamp("cancelled-" + order));
    }

    /** Null while there are no tiers. */
    public @Nullable String tier() {
        return account.tier() == null ? null : account.tier().tier();
    }

    public LoyaltyAccount account() {
        return account;
    }

    public RuleBook book() {
        return book;
    }

    public long balance() {
        return account.balance();
    }

    public PurseStanding points() {
        return account.purse(LedgerEntry.MAIN_PURSE);
    }

    public List<LoyaltyEvent> events() {
        return List.copyOf(events);
    }

    public <E extends LoyaltyEvent> List<E> events(Class<E> of) {
        return events.stream().filter(of::isInstance).map(of::cast).toList();
    }

    /** The last thing that happened; not that the next moment on which something happens has changed. */
    public LoyaltyEvent last() {
        return events.stream()
                .filter(event -> !(event instanceof LoyaltyEvent.DueSet))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    public <E extends LoyaltyEvent> E last(Class<E> of) {
        return events(of).getLast();
    }
}
