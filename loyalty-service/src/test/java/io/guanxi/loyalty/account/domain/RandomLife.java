package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static io.guanxi.loyalty.account.domain.RulesFixture.into;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteDelivery;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseHeld;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReturnSpent;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SetTierFloor;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SpendHeld;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Rules of some version, and what happens to one customer under them over some years: orders, deliveries, returns,
 * cancellations, baskets, and nothing for a long time.
 *
 * @param commands in the order in which they are decided; what a shop tells late bears the time at which it happened
 */
record RandomLife(RuleBook rules, List<LoyaltyCommand> commands) {

    private static final Instant BEGIN = Instant.parse("2027-12-30T20:00:00Z");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC");

    static RandomLife from(RandomGenerator random) {
        RuleBook book = RulesFixture.book(1, programme(random).build());
        Instant change = BEGIN.plus(Duration.ofDays(random.nextInt(400)));
        book = book.with(new PublishedRules(
                2, change, null, BEGIN, null, programme(random).build()));
        return new RandomLife(book, new Writing(random).commands(random.nextInt(5, 60)));
    }

    private static RulesFixture programme(RandomGenerator random) {
        var rules = RulesFixture.rules()
                .in(ZONES.get(random.nextInt(ZONES.size())))
                .statusPurse("status")
                .earning(term("base", "1"), into("status", term("progress", "0.5")))
                .whenGone(Shortfall.values()[random.nextInt(3)])
                .expiring(expiry(random));
        switch (random.nextInt(4)) {
            case 0 -> rules.pendingUntilDelivered(random.nextInt(20), random.nextBoolean() ? null : 40);
            case 1 -> rules.pendingAfterPayment(random.nextInt(30));
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            rules.capped(150L, 200L, 500L);
        }
        if (random.nextInt(4) > 0) {
            rules.tiers(tiers(random));
        }
        return rules;
    }

    private static ExpiryRule expiry(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> ExpiryRule.NEVER;
            case 1 -> ExpiryRule.rolling(random.nextInt(1, 14));
            case 2 -> ExpiryRule.inactivity(random.nextInt(1, 8));
            default ->
                ExpiryRule.fixed(random.nextBoolean() ? MonthDay.of(2, 29) : MonthDay.of(12, 31), random.nextInt(2));
        };
    }

    private static TiersFixture tiers(RandomGenerator random) {
        String[] tiers = {"silver", "100", "gold", "300"};
        var rules = switch (random.nextInt(4)) {
            case 0 -> TiersFixture.spend(tiers);
            case 1 -> TiersFixture.points(tiers);
            case 2 -> TiersFixture.pointsOf("status", tiers);
            default -> TiersFixture.orders("silver", "2", "gold", "4");
        };
        if (random.nextBoolean()) {
            rules.rolling(random.nextInt(1, 13));
        } else {
            int[] cycles = {1, 2, 3, 4, 6, 12};
            rules.cycles(cycles[random.nextInt(cycles.length)], random.nextInt(1, 13), random.nextInt(1, 29));
        }
        if (random.nextInt(3) == 0) {
            rules.risingAtReview();
        }
        if (random.nextBoolean()) {
            rules.fallingByOne();
        }
        return rules.grace(random.nextInt(3) == 0 ? random.nextInt(1, 60) : 0);
    }

    /** A life as it is written, command by command. */
    private static final class Writing {

        private final RandomGenerator random;
        private final List<LoyaltyCommand> commands = new ArrayList<>();
        private final List<String> orders = new ArrayList<>();
        private final List<String> holds = new ArrayList<>();
        private Instant now = BEGIN;

        Writing(RandomGenerator random) {
            this.random = random;
        }

        List<LoyaltyCommand> commands(int count) {
            while (commands.size() < count) {
                now = now.plusSeconds(random.nextInt(8) == 0 ? random.nextLong(20_000_000) : random.nextLong(400_000));
                commands.add(next(commands.size()));
                if (random.nextInt(6) == 0) {
                    commands.add(commands.get(random.nextInt(commands.size())));
                }
            }
            return commands;
        }

        private LoyaltyCommand next(int number) {
            String order = orders.isEmpty() || random.nextInt(3) == 0 ? "A-" + number : any(orders);
            String hold = holds.isEmpty() ? "H-none" : any(holds);
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> payment("A-" + number);
                case 4 -> new NoteDelivery(ACCOUNT, order(order), late(), stamp("delivered-" + number));
                case 5 ->
                    new ReverseForReturn(ACCOUNT, order(order), "R-" + number, money(150), stamp("returned-" + number));
                case 6 -> new ReverseForCancellation(ACCOUNT, order(order), stamp("cancelled-" + number));
                case 7 -> hold("H-" + number, order);
                case 8 -> new SpendHeld(ACCOUNT, hold, stamp("spend-" + number));
                case 9 ->
                    random.nextBoolean()
                            ? new ReleaseHeld(ACCOUNT, hold, false, stamp("release-" + number))
                            : new ReturnSpent(ACCOUNT, hold, "B-" + number, null, stamp("return-" + number));
                case 10 -> byAPerson(number);
                default -> new AdvanceTime(ACCOUNT, stamp("look-" + number));
            };
        }

        private LoyaltyCommand payment(String order) {
            orders.add(order);
            Instant paidAt = late();
            return new EarnForPayment(
                    ACCOUNT,
                    OrderFacts.of(order(order), money(300), paidAt),
                    new Stamp("paid-" + order, paidAt.isBefore(now) ? paidAt : now, now));
        }

        private LoyaltyCommand hold(String hold, String order) {
            holds.add(hold);
            Instant until = now.plusSeconds(random.nextInt(1, 900));
            return new HoldPoints(
                    ACCOUNT, hold, LedgerEntry.MAIN_PURSE, random.nextInt(1, 200), order(order), until, stamp(hold));
        }

        private LoyaltyCommand byAPerson(int number) {
            if (random.nextBoolean()) {
                return new SetTierFloor(
                        ACCOUNT, "gold", "since", "ann", now.plusSeconds(9_000_000), stamp("f-" + number));
            }
            long points = random.nextInt(1, 80) * (random.nextInt(3) == 0 ? -1L : 1L);
            return new AdjustPoints(
                    ACCOUNT, "J-" + number, LedgerEntry.MAIN_PURSE, points, "error", "ann", stamp("adjust-" + number));
        }

        /** When it happened of which one hears now; a clock of a shop may be ahead, or not set at all. */
        private Instant late() {
            return switch (random.nextInt(12)) {
                case 0 -> now.minusSeconds(random.nextLong(10_000_000));
                case 1 -> now.plusSeconds(random.nextLong(1_000_000));
                case 2 -> random.nextInt(5) == 0 ? Instant.EPOCH : now;
                default -> now;
            };
        }

        private Stamp stamp(String cause) {
            return new Stamp(cause, now, now);
        }

        private String any(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private Money money(int below) {
            return new Money(BigDecimal.valueOf(random.nextInt(below * 100), 2), "CNY");
        }
    }
}
