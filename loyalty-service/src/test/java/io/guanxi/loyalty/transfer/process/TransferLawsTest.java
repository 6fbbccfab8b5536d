package io.guanxi.loyalty.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Any mix of orders, returns, transfers, families and time over several accounts, with a follower that falls behind, starts
 * again anywhere and has a forgotten twin: no point comes from nowhere, none is lost, and no limit is passed.
 */
class TransferLawsTest {

    private static final int SEEDS = Integer.getInteger("guanxi.test.seeds", 400);
    private static final int STEPS = 60;
    private static final long MOST_PER_MONTH = 90;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The last of them has no account until somebody opens it; what is sent there before is declined. */
    private static final List<String> CUSTOMERS = List.of("acme/ann", "acme/ben", "acme/carl", "acme/nobody-yet");

    private static final String FAMILY = "acme/family";

    @Test
    void pointsAreConservedOverAllAccountsHoweverTransfersAreInterrupted() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new Course(seed).run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static final class Course {

        private final Random random;
        private final Customers customers;
        private int follower;
        private int twin;
        private int counter;

        Course(long seed) {
            random = new Random(seed);
            var rules = RulesFixture.rules()
                    .expiring(random.nextBoolean() ? ExpiryRule.rolling(2) : ExpiryRule.inactivity(1))
                    .whenGone(Shortfall.values()[random.nextInt(3)])
                    .transfers(new TransferRules(5, MOST_PER_MONTH));
            if (random.nextBoolean()) {
                rules.pendingAfterPayment(random.nextInt(10));
            }
            customers = new Customers(rules.book());
        }

        void run() {
            customers.paid(CUSTOMERS.get(0), "first-a", 200);
            customers.paid(CUSTOMERS.get(1), "first-b", 200);
            customers.paid(CUSTOMERS.get(2), "first-c", 200);
            for (int step = 0; step < STEPS; step++) {
                act();
                checkAccounts();
                checkMonths();
            }
            Handover.all(customers);
            checkNothingIsOnItsWay();
            int settled = customers.log().size();
            Handover.all(customers);
            Handover.all(customers);
            assertThat(customers.log()).as("all of it again").hasSize(settled);
        }

        private void act() {
            String one = customer();
            switch (random.nextInt(10)) {
                case 0, 1 -> customers.paid(one, "O-" + random.nextInt(12) + one, 1 + random.nextInt(80));
                case 2 ->
                    customers.goodsReturned(
                            one, "O-" + random.nextInt(12) + one, "R-" + random.nextInt(3), 1 + random.nextInt(40));
                case 3, 4 -> customers.send(one, customer(), "T-" + random.nextInt(25), 1 + random.nextInt(70));
                case 5 -> customers.later(Duration.ofHours(random.nextInt(24 * 12)));
                case 6 -> family(one);
                case 7 ->
                    customers.take(new AdjustPoints(
                            one,
                            "A-" + counter++,
                            "points",
                            random.nextBoolean() ? 7 : -7,
                            "test",
                            "tester",
                            customers.stamp()));
                default -> follow();
            }
        }

        private void family(String one) {
            if (random.nextBoolean()) {
                customers.join(one, FAMILY);
            } else {
                customers.leave(one, FAMILY);
            }
        }

        /** The follower goes on, has died after a step and starts again earlier, or its twin does something late. */
        private void follow() {
            int end = customers.log().size();
            switch (random.nextInt(4)) {
                case 0 -> follower = random.nextInt(follower + 1);
                case 1 -> twin = step(Math.min(twin, end));
                default -> {
                    for (int steps = random.nextInt(20); steps > 0; steps--) {
                        follower = step(follower);
                    }
                }
            }
        }

        private int step(int at) {
            if (at >= customers.log().size()) {
                return at;
            }
            Handover.step(customers, customers.log().get(at));
            return at + 1;
        }

        private String customer() {
            return CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
        }

        private void checkAccounts() {
            for (String id : everybody()) {
                LoyaltyAccount account = customers.account(id);
                PurseStanding purse = account.purse("points");
                assertThat(purse.available()).as("available of %s", id).isNotNegative();
                assertThat(purse.debt()).as("debt of %s", id).isNotNegative();
                assertThat(purse.available() + purse.pending() + purse.held())
                        .as("what is there of what came and went on %s", id)
                        .isEqualTo(purse.given() - purse.used());
            }
        }

        private void checkMonths() {
            Set<String> back = new HashSet<>();
            Map<String, Long> sent = new HashMap<>();
            for (Customers.Recorded recorded : customers.log()) {
                if (recorded.event() instanceof TransferTakenBack taken) {
                    back.add(recorded.account() + taken.transferId());
                }
            }
            for (Customers.Recorded recorded : customers.log()) {
                if (recorded.event() instanceof PointsSent e
                        && !e.toFamily()
                        && !back.contains(recorded.account() + e.transferId())) {
                    sent.merge(recorded.account() + month(e.at()), e.points(), Long::sum);
                }
            }
            assertThat(sent.values()).allSatisfy(points -> assertThat(points).isLessThanOrEqualTo(MOST_PER_MONTH));
        }

        private static YearMonth month(Instant at) {
            return YearMonth.from(at.atZone(ZONE));
        }

        /** Each transfer was received by one or taken back by the other, as a whole and once. */
        private void checkNothingIsOnItsWay() {
            Map<String, Long> open = new HashMap<>();
            for (Customers.Recorded recorded : customers.log()) {
                switch (recorded.event()) {
                    case PointsSent e ->
                        open.merge(recorded.account() + ">" + e.to() + e.transferId(), e.points(), Long::sum);
                    case PointsReceived e ->
                        open.merge(e.from() + ">" + recorded.account() + e.transferId(), -e.points(), Long::sum);
                    case TransferTakenBack e ->
                        open.merge(recorded.account() + ">" + e.to() + e.transferId(), -e.points(), Long::sum);
                    default -> {}
                }
            }
            assertThat(open.values()).allSatisfy(points -> assertThat(points).isZero());
        }

        private static List<String> everybody() {
            return List.of(CUSTOMERS.get(0), CUSTOMERS.get(1), CUSTOMERS.get(2), CUSTOMERS.get(3), FAMILY);
        }
    }
}
