package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Everything that happens to a customer's orders, and, computed in another way than the ledger does, what must come of it. */
record RandomOrders(RuleBook rules, List<OrderNews> commands, Map<String, Long> netPoints) {

    private static final List<RoundingMode> ROUNDINGS =
            List.of(RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

    static RandomOrders from(RandomGenerator random) {
        var commands = new ArrayList<OrderNews>();
        var netPoints = new TreeMap<String, Long>();
        Rule rule = rule(random);
        int orders = random.nextInt(1, 6);
        for (int i = 0; i < orders; i++) {
            OrderRef order = new OrderRef("shop-" + random.nextInt(2), "A-" + i);
            boolean paid = random.nextInt(10) > 0;
            boolean cancelled = random.nextInt(4) == 0;
            Money amount = new Money(cents(random, 30_000), random.nextBoolean() ? "CNY" : "JPY");
            List<BigDecimal> refunds = refunds(random, amount.amount());

            commands.add(new NoteOrder(ACCOUNT, order, stamp(order, "placed")));
            if (paid) {
                commands.add(new EarnForPayment(ACCOUNT, OrderFacts.of(order, amount, THEN), stamp(order, "paid")));
            }
            for (int r = 0; r < refunds.size(); r++) {
                var refund = new Money(refunds.get(r), amount.currency());
                commands.add(new ReverseForReturn(ACCOUNT, order, "R-" + r, refund, stamp(order, "returned-" + r)));
            }
            if (cancelled) {
                commands.add(new ReverseForCancellation(ACCOUNT, order, stamp(order, "cancelled")));
            }
            netPoints.put(order.key(), paid && !cancelled ? net(rule, amount, refunds) : 0);
        }
        return new RandomOrders(rule.book(), commands, netPoints);
    }

    /** The same commands, each at least once and some up to three times, in any order. */
    List<OrderNews> arriving(RandomGenerator random) {
        var arriving = new ArrayList<OrderNews>();
        for (OrderNews command : commands) {
            int times = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 1;
            arriving.addAll(Collections.nCopies(times, command));
        }
        Collections.shuffle(arriving, java.util.Random.from(random));
        return arriving;
    }

    long balance() {
        return netPoints.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long net(Rule rule, Money paid, List<BigDecimal> refunds) {
        BigDecimal rate = paid.currency().equals("JPY") ? rule.yen() : BigDecimal.ONE;
        long earned = paid.amount().multiply(rate).setScale(0, rule.rounding()).longValueExact();
        if (paid.amount().signum() == 0) {
            return earned;
        }
        BigDecimal refunded = refunds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var share = BigDecimal.valueOf(earned).multiply(refunded).divide(paid.amount(), 0, RoundingMode.FLOOR);
        return earned - Math.min(earned, share.longValueExact());
    }

    private static Rule rule(RandomGenerator random) {
        var yen = BigDecimal.valueOf(random.nextInt(0, 300), 2);
        return new Rule(random.nextInt(1, 9), yen, ROUNDINGS.get(random.nextInt(ROUNDINGS.size())));
    }

    /** One point for one unit, and {@code yen} points for one of JPY. */
    private record Rule(int version, BigDecimal yen, RoundingMode rounding) {

        RuleBook book() {
            var term = new EarningTerm("base", MAIN_PURSE, BigDecimal.ONE, Map.of("JPY", yen), 0, Conditions.NONE);
            return RulesFixture.book(
                    version,
                    RulesFixture.rules().rounding(rounding).earning(term).build());
        }
    }

    private static Stamp stamp(OrderRef order, String event) {
        return new Stamp(order.key() + "-" + event, THEN, THEN);
    }

    private static List<BigDecimal> refunds(RandomGenerator random, BigDecimal paid) {
        var refunds = new ArrayList<BigDecimal>();
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> refunds.addAll(split(random, paid));
            case 2 -> refunds.add(cents(random, 40_000));
            case 3 -> {
                int count = random.nextInt(1, 5);
                for (int i = 0; i < count; i++) {
                    refunds.add(cents(random, 2_000));
                }
            }
        }
        return refunds;
    }

    /** Parts that add up to exactly the whole. */
    private static List<BigDecimal> split(RandomGenerator random, BigDecimal whole) {
        var parts = new ArrayList<BigDecimal>();
        long left = whole.movePointRight(2).longValueExact();
        while (left > 0) {
            long part = Math.min(left, 1 + random.nextLong(1 + left / 2));
            parts.add(BigDecimal.valueOf(part, 2));
            left -= part;
        }
        return parts;
    }

    private static BigDecimal cents(RandomGenerator random, int below) {
        return random.nextInt(12) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(below), 2);
    }
}
