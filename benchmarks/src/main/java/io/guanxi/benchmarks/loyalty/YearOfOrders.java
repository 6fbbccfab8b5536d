package io.guanxi.benchmarks.loyalty;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.rehearsal.domain.Period;
import io.guanxi.loyalty.rehearsal.domain.RecordedChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A customer's year, decided as it would have been when it came: 4 to 28 orders, each delivered, one in twelve returned in
 * part, one in eight paid with points, and everything that time does done when it is due. The same number gives the same year.
 */
final class YearOfOrders {

    static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    static final Period YEAR = new Period(BEGIN, Instant.parse("2026-01-01T00:00:00Z"));

    static final String TENANT = "acme";

    private final String account;
    private final RandomGenerator random;
    private final List<List<RecordedChange>> commits = new ArrayList<>();
    private LoyaltyAccount state = LoyaltyAccount.unopened();

    private YearOfOrders(int number) {
        this.account = account(number);
        this.random = new SplittableRandom(number);
    }

    static String account(int number) {
        return TENANT + "/00000000-0000-4000-8000-%012d".formatted(number);
    }

    /** The customer's events, commit by commit. */
    static List<List<RecordedChange>> commits(int number) {
        var year = new YearOfOrders(number);
        year.live();
        return year.commits;
    }

    static List<RecordedChange> changes(int number) {
        return commits(number).stream().flatMap(List::stream).toList();
    }

    private void live() {
        int orders = random.nextInt(4, 29);
        Duration between = Duration.between(BEGIN, YEAR.until()).dividedBy(orders + 1);
        Instant now = BEGIN;
        for (int i = 0; i < orders; i++) {
            now = now.plus(between.dividedBy(2)).plusSeconds(random.nextLong(between.toSeconds()) / 2);
            order(new OrderRef("web", "A-" + i), now);
        }
        advanceTo(YEAR.until().minusSeconds(1));
    }

    private void order(OrderRef order, Instant paid) {
        Money amount = new Money(BigDecimal.valueOf(random.nextLong(2_000, 60_000), 2), "CNY");
        if (random.nextInt(8) == 0 && state.balance() > 100) {
            pay(order, paid.minusSeconds(30));
        }
        tell(new LoyaltyCommand.EarnForPayment(
                account, OrderFacts.of(order, amount, paid), stamp(order, "paid", paid)));
        Instant delivered = paid.plus(Duration.ofHours(random.nextInt(12, 72)));
        tell(new LoyaltyCommand.NoteDelivery(account, order, delivered, stamp(order, "delivered", delivered)));
        if (random.nextInt(12) == 0) {
            Instant back = delivered.plus(Duration.ofHours(random.nextInt(12, 96)));
            Money refund = new Money(amount.amount().movePointLeft(1), "CNY");
            tell(new LoyaltyCommand.ReverseForReturn(account, order, "R-1", refund, stamp(order, "back", back)));
        }
    }

    private void pay(OrderRef order, Instant at) {
        String hold = "H-" + order.orderId();
        tell(new LoyaltyCommand.HoldPoints(
                account,
                hold,
                "points",
                state.balance() / 2,
                order,
                at.plus(Duration.ofMinutes(20)),
                stamp(order, "hold", at)));
        tell(new LoyaltyCommand.SpendHeld(account, hold, stamp(order, "spend", at.plusSeconds(20))));
    }

    private static Stamp stamp(OrderRef order, String what, Instant at) {
        return new Stamp(order.orderId() + "-" + what, at, at);
    }

    /** As the sweep does it: each thing at its moment. */
    private void advanceTo(Instant now) {
        Instant due = state.due();
        while (due != null && !due.isAfter(now)) {
            record(new LoyaltyCommand.AdvanceTime(account, new Stamp("time:" + due, due, due)));
            due = state.due();
        }
    }

    private void tell(LoyaltyCommand command) {
        advanceTo(command.stamp().at());
        record(command);
    }

    private void record(LoyaltyCommand command) {
        Decision<LoyaltyEvent, LoyaltyRejection> decision = LoyaltyDecider.decide(state, command, SampleProgramme.REAL);
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted
                && !accepted.events().isEmpty()) {
            Instant known = command.stamp().known();
            commits.add(accepted.events().stream()
                    .map(event -> new RecordedChange(event, command.stamp().at(), known))
                    .toList());
            for (LoyaltyEvent event : accepted.events()) {
                state = LoyaltyAccount.evolve(state, event);
            }
        }
    }
}
