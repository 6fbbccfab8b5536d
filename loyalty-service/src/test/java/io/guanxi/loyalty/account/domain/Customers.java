package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Several accounts and one log, with a clock that only the test moves; nothing follows the log by itself. */
public final class Customers {

    private final RuleBook book;
    private final Map<String, LoyaltyAccount> accounts = new TreeMap<>();
    private final List<Recorded> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-30T01:00:00Z");
    private int asked;

    /** @param id unique, as every recorded event has one */
    public record Recorded(String id, String account, LoyaltyEvent event) {}

    public Customers(RuleBook book) {
        this.book = book;
    }

    public Customers later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public RuleBook book() {
        return book;
    }

    public Instant now() {
        return now;
    }

    public LoyaltyAccount account(String id) {
        return accounts.getOrDefault(id, LoyaltyAccount.unopened());
    }

    public long available(String id) {
        return account(id).purse("points").available();
    }

    public List<Recorded> log() {
        return List.copyOf(log);
    }

    public Customers paid(String account, OrderFacts facts) {
        take(new LoyaltyCommand.EarnForPayment(account, facts, stamp()));
        return this;
    }

    public Customers delivered(String account, String order) {
        take(new LoyaltyCommand.NoteDelivery(account, order(order), now, stamp()));
        return this;
    }

    public Customers paid(String account, String order, long amount) {
        take(new LoyaltyCommand.EarnForPayment(
                account, OrderFacts.of(order(order), Money.of(Long.toString(amount), "CNY"), now), stamp()));
        return this;
    }

    public Customers goodsReturned(String account, String order, String returnId, long refund) {
        take(new LoyaltyCommand.ReverseForReturn(
                account, order(order), returnId, Money.of(Long.toString(refund), "CNY"), stamp()));
        return this;
    }

    public Optional<LoyaltyRejection> send(String from, String to, String transferId, long points) {
        return take(new LoyaltyCommand.SendPoints(from, transferId, to, "points", points, stamp()));
    }

    public Customers join(String account, String family) {
        take(new LoyaltyCommand.JoinFamily(account, family, stamp()));
        return this;
    }

    public Customers leave(String account, String family) {
        take(new LoyaltyCommand.LeaveFamily(account, family, stamp()));
        return this;
    }

    public Customers swept() {
        for (String account : List.copyOf(accounts.keySet())) {
            take(new LoyaltyCommand.AdvanceTime(account, stamp()));
        }
        return this;
    }

    public Optional<LoyaltyRejection> take(LoyaltyCommand command) {
        LoyaltyAccount before = account(command.account());
        return switch (LoyaltyDecider.decide(before, command, book)) {
            case Decision.Refused<LoyaltyEvent, LoyaltyRejection> refused -> Optional.of(refused.reason());
            case Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted -> {
                LoyaltyAccount after = before;
                for (LoyaltyEvent event : accepted.events()) {
                    log.add(new Recorded("event-" + log.size(), command.account(), event));
                    after = LoyaltyAccount.evolve(after, event);
                }
                accounts.put(command.account(), after);
                yield Optional.empty();
            }
        };
    }

    public Stamp stamp() {
        return new Stamp("request-" + ++asked, now, now);
    }

    public static OrderRef order(String order) {
        return new OrderRef("web", order);
    }
}
