package io.guanxi.loyalty.referral.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.Fact.ReferralConfirmed;
import io.guanxi.loyalty.account.domain.Fact.ReferralRefused;
import io.guanxi.loyalty.account.domain.GiftEntry.BonusGranted;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ConfirmReferral;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RefuseReferral;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A friend's first order is final, and the recommendation is judged and rewarded. */
class JudgingReferralsTest {

    private static final int SEEDS = Integer.getInteger("guanxi.test.seeds", 200);
    private static final int MOST_PER_YEAR = 3;

    private final RuleBook book = RulesFixture.rules()
            .referral(new ReferralRules("points", 200, 100, Map.of("CNY", new BigDecimal("50")), 14, MOST_PER_YEAR))
            .book();
    private final Customers customers = new Customers(book);

    @Test
    void bothSidesAreRewardedWhenTheTimeForReturnsIsOver() {
        bought("ann", "A-1", null, "here");
        bought("ben", "B-1", "ann", "there");
        followed();
        assertThat(points("ben")).as("before the time is over").isEqualTo(60);
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(points("ben")).isEqualTo(60 + 100);
        assertThat(points("ann")).isEqualTo(60 + 200);
        assertThat(all(ReferralConfirmed.class)).hasSize(1);
    }

    @Test
    void whatIsDoneAgainHasNoSecondEffect() {
        bought("ann", "A-1", null, "here");
        bought("ben", "B-1", "ann", "there");
        customers.later(Duration.ofDays(14)).swept();
        followed();
        followed();
        followed();

        assertThat(all(BonusGranted.class)).hasSize(2);
    }

    @Test
    void anOrderThatCameBackIsNeverFinal() {
        bought("ann", "A-1", null, "here");
        bought("ben", "B-1", "ann", "there");
        customers.goodsReturned(id("ben"), "B-1", "R-1", 60);
        customers.later(Duration.ofDays(400)).swept();
        followed();

        assertThat(all(BonusGranted.class)).isEmpty();
    }

    @Test
    void aSecondOrderRecommendsNobodyAnyMore() {
        bought("ann", "A-1", null, "here");
        bought("ben", "B-1", null, "there");
        bought("ben", "B-2", "ann", "there");
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(all(BonusGranted.class)).isEmpty();
    }

    @Test
    void oneHouseholdIsNotRewardedAndTheReasonIsRecorded() {
        bought("ann", "A-1", null, "here");
        bought("ben", "B-1", "ann", "here");
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(all(BonusGranted.class)).isEmpty();
        assertThat(all(ReferralRefused.class).getFirst().findings())
                .last()
                .satisfies(found -> assertThat(found.policy()).isEqualTo("nobody-recommends-to-themselves"));
    }

    @Test
    void aRingOfThreeIsRefusedWhereItCloses() {
        bought("ann", "A-1", "carl", "a");
        bought("ben", "B-1", "ann", "b");
        bought("carl", "C-1", "ben", "c");
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(all(BonusGranted.class)).isEmpty();
        assertThat(all(ReferralRefused.class)).hasSize(3);
    }

    @Test
    void theSameAddressIsNotRewardedUnderANewName() {
        bought("ann", "A-1", null, "a");
        bought("ben", "B-1", "ann", "b");
        customers.later(Duration.ofDays(14)).swept();
        followed();
        bought("bens-second-name", "X-1", "ann", "b");
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(points("ann")).isEqualTo(60 + 200);
        assertThat(all(ReferralRefused.class).getFirst().findings())
                .last()
                .satisfies(found -> assertThat(found.policy()).isEqualTo("an-address-is-rewarded-once"));
    }

    @Test
    void whoHasNeverBoughtIsNotRewarded() {
        bought("ben", "B-1", "nobody", "b");
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(all(BonusGranted.class)).isEmpty();
        assertThat(customers.account(id("nobody")).opened()).isFalse();
    }

    @Test
    void aYearRewardsForNoMoreFriendsThanItsLimitAlsoIfAllAreFinalAtOnce() {
        bought("ann", "A-1", null, "a");
        for (int friend = 0; friend < 5; friend++) {
            bought("friend-" + friend, "F-" + friend, "ann", "f" + friend);
        }
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(points("ann")).isEqualTo(60 + 3 * 200);
        assertThat(all(ReferralConfirmed.class)).hasSize(3);
        assertThat(all(ReferralRefused.class)).hasSize(2);
        customers.later(Duration.ofDays(366));
        bought("friend-9", "F-9", "ann", "f9");
        customers.later(Duration.ofDays(14)).swept();
        followed();
        assertThat(points("ann")).isEqualTo(60 + 4 * 200);
    }

    @Test
    void aJudgementStands() {
        bought("ann", "A-1", null, "a");
        bought("ben", "B-1", "ann", "b");
        assertThat(customers.take(new ConfirmReferral(id("ben"), List.of(), customers.stamp())))
                .as("before it is final")
                .isPresent();
        customers.later(Duration.ofDays(14)).swept();
        followed();

        assertThat(customers.take(new RefuseReferral(id("ben"), List.of(), customers.stamp())))
                .isPresent();
        assertThat(points("ben")).isEqualTo(160);
    }

    @Test
    void whoeverRecommendsWhomNoRingAndNoSharedAddressIsEverRewarded() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                new JudgingReferralsTest().playWithout(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private void playWithout(Random random) {
        for (int order = 0; order < 25; order++) {
            String buyer = "p" + random.nextInt(9);
            String referrer = random.nextInt(4) == 0 ? null : "p" + random.nextInt(9);
            bought(buyer, "O-" + order, referrer, "address-" + random.nextInt(12));
            customers.later(Duration.ofDays(random.nextInt(30)));
            if (random.nextBoolean()) {
                customers.swept();
                followed();
            }
        }
        customers.later(Duration.ofDays(30)).swept();
        followed();
        checkRewards();
    }

    private void checkRewards() {
        Set<String> pairs = new HashSet<>();
        for (Customers.Recorded recorded : customers.log()) {
            if (recorded.event() instanceof BonusGranted bonus) {
                assertThat(pairs.add(bonus.side() + recorded.account() + bonus.other()))
                        .as("once")
                        .isTrue();
                assertThat(recorded.account()).isNotEqualTo(bonus.other());
            }
        }
        for (Customers.Recorded recorded : customers.log()) {
            if (recorded.event() instanceof ReferralConfirmed confirmed) {
                String above = confirmed.referrer();
                for (int steps = 0; above != null && steps < 9; steps++) {
                    assertThat(above).as("a ring over %s", recorded.account()).isNotEqualTo(recorded.account());
                    var referral = customers.account(above).profile().referral();
                    above = referral == null || closesLater(above, recorded) ? null : referral.referrer();
                }
            }
        }
    }

    /** A customer who came only after the judgement could not be known to close a ring. */
    private boolean closesLater(String above, Customers.Recorded judgement) {
        int judged = customers.log().indexOf(judgement);
        return customers.log().stream()
                .limit(judged)
                .noneMatch(recorded -> recorded.account().equals(above)
                        && recorded.event() instanceof io.guanxi.loyalty.account.domain.Fact.ReferralClaimed);
    }

    private void bought(String who, String order, @Nullable String referrer, String address) {
        Instant now = customers.now();
        customers.paid(
                id(who),
                new OrderFacts(
                        Customers.order(order),
                        Money.of("60", "CNY"),
                        now,
                        List.of(),
                        null,
                        Set.of(),
                        referrer == null ? null : id(referrer),
                        address));
        customers.delivered(id(who), order);
    }

    /** What follows the log does all of it, from the beginning. */
    private void followed() {
        var judging = new WhenAnOrderIsFinalJudgeTheReferral(
                new InMemory(), tenant -> book, Clock.fixed(customers.now(), ZoneOffset.UTC));
        for (int i = 0; i < customers.log().size(); i++) {
            Customers.Recorded recorded = customers.log().get(i);
            judging.apply(List.of(new RecordedEvent(
                    recorded.id(),
                    recorded.account(),
                    0,
                    i,
                    "any",
                    recorded.event(),
                    "acme",
                    customers.now(),
                    customers.now(),
                    "test",
                    null,
                    null,
                    null)));
        }
    }

    private final class InMemory implements WhenAnOrderIsFinalJudgeTheReferral.Accounts {

        @Override
        public LoyaltyAccount find(String account, Origin origin, Instant now) {
            return customers.account(account);
        }

        @Override
        public LoyaltyAccount send(LoyaltyCommand command, Origin origin) {
            customers.take(command).ifPresent(reason -> {
                throw new CommandRefused(reason);
            });
            return customers.account(command.account());
        }
    }

    private long points(String who) {
        return customers.available(id(who));
    }

    private static String id(String who) {
        return "acme/" + who;
    }

    private <E extends LoyaltyEvent> List<E> all(Class<E> type) {
        return customers.log().stream()
                .map(Customers.Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
