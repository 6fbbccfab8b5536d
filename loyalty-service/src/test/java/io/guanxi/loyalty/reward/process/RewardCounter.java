package io.guanxi.loyalty.reward.process;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.kernel.Reason;
import io.guanxi.loyalty.account.domain.Hold;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.Till;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.reward.command.Redemptions;
import io.guanxi.loyalty.reward.domain.RewardCommand;
import io.guanxi.loyalty.reward.domain.RewardDecider;
import io.guanxi.loyalty.reward.domain.RewardEvent;
import io.guanxi.loyalty.reward.domain.RewardStock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where customers exchange 80 points for a mug. What decides is real; what stores and sends is a list in memory, and the
 * process can die before any call and after it.
 */
final class RewardCounter {

    private static final Origin ORIGIN = new Origin("acme", "request", null, "shop");
    private static final Instant BEFORE = Instant.parse("2026-03-02T01:00:00Z");

    /** The process is gone in the middle of its work. */
    private static final class Crash extends RuntimeException {}

    private final Map<String, LoyaltyAccount> accounts = new TreeMap<>();
    private final List<RecordedEvent> log = new ArrayList<>();
    private final Redemptions redemptions;
    private RuleBook book;
    private RewardStock stock = RewardStock.untouched();
    private Instant now = BEFORE;
    private int reacted;
    private int calls = Integer.MIN_VALUE;
    private int crash = Integer.MAX_VALUE;
    private int interruption = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};

    /** @param mugs how many there are; null is without limit */
    RewardCounter(@Nullable Long mugs) {
        book = Till.bookOf(rules(mugs));
        redemptions = new Redemptions(asAccounts(), asStocks());
    }

    private Redemptions.Accounts asAccounts() {
        return new Redemptions.Accounts() {
            @Override
            public LoyaltyAccount find(String account, Origin origin, Instant at) {
                return called(() -> accounts.getOrDefault(account, LoyaltyAccount.unopened()));
            }

            @Override
            public LoyaltyAccount send(LoyaltyCommand command, Origin origin) {
                return called(() -> RewardCounter.this.send(command));
            }
        };
    }

    private Redemptions.Stocks asStocks() {
        return new Redemptions.Stocks() {
            @Override
            public RewardStock find(String reward, Origin origin, Instant at) {
                return called(() -> stock);
            }

            @Override
            public RewardStock take(String reward, RewardCommand.TakeUnit command, Origin origin) {
                return called(() -> send(command));
            }
        };
    }

    private static ProgrammeRules rules(@Nullable Long mugs) {
        ProgrammeRules rules = Till.newCustomer().rules();
        return new ProgrammeRules(
                rules.zone(),
                rules.purses(),
                rules.earning(),
                rules.reversal(),
                rules.tiers(),
                List.of(Till.mug(mugs)),
                null,
                null,
                null,
                rules.holds());
    }

    RewardCounter customer(String name, long points) {
        String account = account(name);
        accounts.put(account, LoyaltyAccount.unopened());
        var facts = OrderFacts.of(Till.order("o1"), Money.of(Long.toString(points), "CNY"), now);
        send(new LoyaltyCommand.EarnForPayment(account, facts, stamp()));
        return this;
    }

    void setStock(long mugs) {
        now = now.plusSeconds(1);
        book = book.with(new PublishedRules(2, now, null, now, null, rules(mugs)));
    }

    void redeem(String name, String hold) {
        calls = crash == Integer.MAX_VALUE && interruption == Integer.MAX_VALUE ? Integer.MIN_VALUE : 0;
        redemptions.redeem(
                new LoyaltyCommand.HoldForReward(account(name), name + "." + hold, "mug", stamp()), book, ORIGIN);
    }

    /** As a caller who gets no answer, or a refusal. */
    void tryToRedeem(String name, String hold) {
        try {
            redeem(name, hold);
        } catch (Crash | CommandRefused asItMayBe) {
            crash = Integer.MAX_VALUE;
        }
    }

    /** Even: before a call; odd: after it, when its effect is stored and nobody knows. */
    void crashAt(int moment) {
        crash = moment;
    }

    /** Something else happens before the call of this number, from 0. */
    void before(int call, Runnable what) {
        interruption = call;
        meanwhile = what;
    }

    RewardCounter later(Duration time) {
        now = now.plus(time);
        return this;
    }

    RewardCounter sweep() {
        for (String account : List.copyOf(accounts.keySet())) {
            send(new LoyaltyCommand.AdvanceTime(account, stamp()));
        }
        return this;
    }

    /** The last event is seen a second time, as after a crash before the checkpoint. */
    RewardCounter react() {
        var reaction = new WhenAHoldEndsGiveTheUnitBack((reward, command, origin) -> send(command));
        reaction.apply(List.copyOf(log.subList(Math.max(0, reacted - 1), log.size())));
        reacted = log.size();
        return this;
    }

    RewardStock stock() {
        return stock;
    }

    PurseStanding points(String name) {
        return Objects.requireNonNull(accounts.get(account(name))).purse("points");
    }

    Stream<PurseStanding> allPoints() {
        return accounts.values().stream().map(account -> account.purse("points"));
    }

    Hold hold(String name, String hold) {
        return Objects.requireNonNull(
                Objects.requireNonNull(accounts.get(account(name))).holds().get(name + "." + hold));
    }

    private <T> T called(Supplier<T> call) {
        int number = calls++;
        if (number == interruption) {
            interruption = Integer.MAX_VALUE;
            Runnable what = meanwhile;
            what.run();
        }
        if (2 * (long) number == crash) {
            crash = Integer.MAX_VALUE;
            throw new Crash();
        }
        T answer = call.get();
        if (2 * (long) number + 1 == crash) {
            crash = Integer.MAX_VALUE;
            throw new Crash();
        }
        return answer;
    }

    private LoyaltyAccount send(LoyaltyCommand command) {
        LoyaltyAccount account = accounts.getOrDefault(command.account(), LoyaltyAccount.unopened());
        for (LoyaltyEvent event : accepted(LoyaltyDecider.decide(account, command, book))) {
            account = LoyaltyAccount.evolve(account, event);
            record(command.account(), event);
        }
        accounts.put(command.account(), account);
        return account;
    }

    private RewardStock send(RewardCommand command) {
        for (RewardEvent event : accepted(RewardDecider.decide(stock, command))) {
            stock = RewardStock.evolve(stock, event);
            record("acme/reward/mug", event);
        }
        return stock;
    }

    private static <E, R extends Reason> List<E> accepted(Decision<E, R> decision) {
        return switch (decision) {
            case Decision.Accepted<E, R> accepted -> accepted.events();
            case Decision.Refused<E, R> refused -> throw new CommandRefused(refused.reason());
        };
    }

    private void record(String stream, Object event) {
        String id = "event-" + log.size();
        log.add(new RecordedEvent(
                id, stream, 0, log.size(), "any", event, "acme", now, now, "request", null, "shop", null));
    }

    private Stamp stamp() {
        return new Stamp("request", now, now);
    }

    private static String account(String name) {
        return "acme/" + name;
    }
}
