package io.guanxi.loyalty.correction.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.CustomerThen;
import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteGrade;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SendPoints;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.correction.domain.RecordedChange;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TransferRules;
import io.guanxi.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An approved correction reaches every order that wrong rules had judged. */
class PostingDifferencesTest {

    private static final int SEEDS = Integer.getInteger("guanxi.test.seeds", 150);
    private static final Instant USED_FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ANN = "acme/00000000-0000-0000-0000-00000000000a";
    private static final String BEN = "acme/00000000-0000-0000-0000-00000000000b";

    private final List<FinishCorrection> finished = new ArrayList<>();

    @Test
    void eachOrderIsPutRightAndTheOutcomeIsCounted() {
        var customers = corrected(giving("1"), giving("2"))
                .paid(ANN, "A-1", 10)
                .paid(ANN, "A-2", 5)
                .paid(BEN, "B-1", 7);
        PostingProgress done = post(customers);

        assertThat(customers.available(ANN)).isEqualTo(30);
        assertThat(customers.available(BEN)).isEqualTo(14);
        assertThat(done).isEqualTo(new PostingProgress(null, 2, 2, 3, 0, 0, 22, 0));
        assertThat(finished).singleElement().satisfies(finish -> {
            assertThat(finish.accounts()).isEqualTo(2);
            assertThat(finish.given()).isEqualTo(22);
        });
        assertThat(posted(customers))
                .allSatisfy(entry -> assertThat(entry.rule().version()).isEqualTo(2));
    }

    @Test
    void whatIsPostedAgainAfterAKillIsPostedOnce() {
        var customers = corrected(giving("1"), giving("3")).paid(ANN, "A-1", 10).paid(BEN, "B-1", 7);
        PostingProgress once = post(customers);
        int events = customers.log().size();
        PostingProgress again = post(customers);

        assertThat(customers.log()).hasSize(events);
        assertThat(again.given()).isEqualTo(once.given());
        assertThat(again.accounts()).isEqualTo(once.accounts());
    }

    @Test
    void nothingIsPostedBeforeTheRightRulesAreUsed() throws InterruptedException {
        var customers = corrected(giving("1"), giving("2")).paid(ANN, "A-1", 10);
        var waited = new ArrayList<Duration>();
        var job = new PostingDifferences(
                tenant(customers), Clock.fixed(USED_FROM.minusSeconds(1), ZoneOffset.UTC), waited::add);

        assertThat(job.step(turn(null))).isInstanceOf(JobStep.Further.class);
        assertThat(waited).containsExactly(Duration.ofSeconds(1));
        assertThat(posted(customers)).isEmpty();
    }

    @Test
    void ordersThatTheRightRulesHaveJudgedAlreadyAreLeftAlone() {
        var customers = corrected(giving("1"), giving("2"));
        customers.later(Duration.between(customers.now(), USED_FROM.plusSeconds(1)));
        customers.paid(ANN, "A-1", 10);
        PostingProgress done = post(customers);

        assertThat(posted(customers)).isEmpty();
        assertThat(done.orders()).isZero();
    }

    @Test
    void aDifferenceOfNothingIsNotPostedButCounted() {
        var customers = corrected(giving("1"), giving("1.01")).paid(ANN, "A-1", 10);
        PostingProgress done = post(customers);

        assertThat(posted(customers)).isEmpty();
        assertThat(done.orders()).isEqualTo(1);
        assertThat(done.unchanged()).isEqualTo(1);
    }

    @Test
    void returnsTakeTheirShareOfWhatIsRight() {
        var customers = corrected(giving("1"), giving("3")).paid(ANN, "A-1", 10);
        customers.goodsReturned(ANN, "A-1", "R-1", 5);
        post(customers);

        EarningCorrected entry = posted(customers).getFirst();
        assertThat(entry.before()).isEqualTo(10);
        assertThat(entry.after()).isEqualTo(30);
        assertThat(entry.reversed()).isEqualTo(15);
        assertThat(entry.points()).isEqualTo(10);
        assertThat(customers.available(ANN)).isEqualTo(15);
        customers.goodsReturned(ANN, "A-1", "R-2", 5);
        assertThat(customers.available(ANN)).isZero();
    }

    @Test
    void aCancelledOrderGivesNothingBeforeAndAfter() {
        var customers = corrected(giving("1"), giving("3")).paid(ANN, "A-1", 10);
        customers.take(new ReverseForCancellation(ANN, Customers.order("A-1"), customers.stamp()));
        post(customers);

        assertThat(posted(customers)).isEmpty();
    }

    @Test
    void tooMuchThatIsSpentAlreadyIsOwed() {
        var customers = corrected(giving("2"), giving("1")).paid(ANN, "A-1", 10).paid(BEN, "B-1", 1);
        customers.take(new SendPoints(ANN, "T-1", BEN, "points", 20, customers.stamp()));
        post(customers);

        PurseStanding points = customers.account(ANN).purse("points");
        assertThat(points.available()).isZero();
        assertThat(points.debt()).isEqualTo(10);
        assertThat(posted(customers).getFirst().owed()).isEqualTo(10);
    }

    @Test
    void whatTheCustomerWasWhenPayingCountsAndNotWhatTheyAreNow() {
        ProgrammeRules right = RulesFixture.rules()
                .earning(RulesFixture.term("base", "1"), RulesFixture.fixed("for-staff", 100, grade("staff")))
                .build();
        var customers = corrected(giving("1"), right).paid(ANN, "A-1", 10);
        customers.take(new NoteGrade(ANN, "staff", customers.stamp()));
        customers.paid(ANN, "A-2", 10);
        customers.take(new NoteGrade(ANN, null, customers.stamp()));
        post(customers);

        assertThat(posted(customers))
                .singleElement()
                .satisfies(entry -> assertThat(entry.order()).isEqualTo(Customers.order("A-2")));
        assertThat(posted(customers).getFirst().findings())
                .anySatisfy(found -> assertThat(found.policy()).isEqualTo("what-the-customer-was-when-paying-counts"));
    }

    @Test
    void capsCountWhatEarlierOrdersGiveByNow() {
        ProgrammeRules right = RulesFixture.rules()
                .earning(RulesFixture.term("base", "2"))
                .capped(null, 25L, null)
                .build();
        var customers = corrected(giving("1"), right).paid(ANN, "A-1", 10).later(Duration.ofHours(1));
        customers.paid(ANN, "A-2", 10);
        post(customers);

        assertThat(customers.account(ANN).order(Customers.order("A-1")).netPoints("points"))
                .isEqualTo(20);
        assertThat(customers.account(ANN).order(Customers.order("A-2")).netPoints("points"))
                .isEqualTo(5);
    }

    @Test
    void rulesThatNobodyKnowsYetPutThePostingOff() {
        var customers = corrected(giving("1"), giving("2")).paid(ANN, "A-1", 10);
        OrderFacts facts = OrderFacts.of(Customers.order("A-1"), Money.of("10", "CNY"), customers.now());
        var then = new CustomerThen(null, null, true);

        assertThatThrownBy(() -> tenant(customers)
                        .correct(new CorrectEarning(ANN, "C-1", facts, then, 9, customers.stamp()), origin()))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining("rules-are-unknown");
    }

    @Test
    void afterwardsEachOrderGivesWhatTheRightRulesWouldHaveGiven() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                compare(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** The same history twice: under wrong rules that are corrected, and under the right ones from the beginning. */
    private void compare(Random random) {
        ProgrammeRules wrong = RulesFixture.rules()
                .earning(RulesFixture.term("base", rate(random)))
                .whenGone(Shortfall.values()[random.nextInt(3)])
                .transfers(new TransferRules(1, 1_000_000))
                .build();
        ProgrammeRules right = RulesFixture.rules()
                .earning(RulesFixture.term("base", rate(random)), RulesFixture.fixed("first", 5, firstOrder()))
                .whenGone(Shortfall.values()[random.nextInt(3)])
                .transfers(new TransferRules(1, 1_000_000))
                .build();
        var corrected = corrected(wrong, right);
        var neverWrong = new Customers(RulesFixture.book(2, right));
        for (int step = 0; step < 20; step++) {
            String order = "O-" + random.nextInt(6);
            int amount = 1 + random.nextInt(50);
            boolean pays = random.nextBoolean();
            String returned = "R-" + random.nextInt(4);
            for (Customers customers : List.of(corrected, neverWrong)) {
                if (pays) {
                    customers.paid(ANN, order, amount);
                } else {
                    customers.goodsReturned(ANN, order, returned, amount);
                }
                customers.later(Duration.ofMinutes(1));
            }
            if (random.nextInt(4) == 0 && corrected.available(ANN) > 0) {
                long gift = 1 + random.nextLong(corrected.available(ANN));
                corrected.take(new SendPoints(ANN, "T-" + step, BEN, "points", gift, corrected.stamp()));
            }
        }
        post(corrected);
        post(corrected);
        if (corrected.account(ANN).opened()) {
            neverWrong
                    .account(ANN)
                    .orders()
                    .forEach((key, order) -> assertThat(
                                    corrected.account(ANN).orders().get(key).netPoints("points"))
                            .as("order %s", key)
                            .isEqualTo(order.netPoints("points")));
            PurseStanding points = corrected.account(ANN).purse("points");
            assertThat(points.available()).isNotNegative().isEqualTo(points.given() - points.used());
        }
    }

    private static String rate(Random random) {
        return random.nextInt(4) + "." + random.nextInt(10);
    }

    private static Conditions firstOrder() {
        return new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, null, null, Map.of());
    }

    private static Conditions grade(String grade) {
        return new Conditions(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(grade), Set.of(), false, null, null, Map.of());
    }

    private static ProgrammeRules giving(String rate) {
        return RulesFixture.rules()
                .earning(RulesFixture.term("base", rate))
                .transfers(new TransferRules(1, 1_000))
                .build();
    }

    /** Customers whose orders are judged by version 1, until version 2 stands in its place. */
    private static Customers corrected(ProgrammeRules wrong, ProgrammeRules right) {
        return new Customers(new RuleBook(List.of(
                new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, wrong),
                new PublishedRules(2, Instant.EPOCH, null, USED_FROM, 1, right))));
    }

    private static List<EarningCorrected> posted(Customers customers) {
        return customers.log().stream()
                .map(Customers.Recorded::event)
                .filter(EarningCorrected.class::isInstance)
                .map(EarningCorrected.class::cast)
                .toList();
    }

    private PostingProgress post(Customers customers) {
        Instant now = USED_FROM.isAfter(customers.now()) ? USED_FROM : customers.now();
        var job = new PostingDifferences(tenant(customers), Clock.fixed(now, ZoneOffset.UTC), time -> {});
        PostingProgress progress = null;
        try {
            while (true) {
                JobStep<PostingProgress> step = job.step(turn(progress));
                if (step instanceof JobStep.Done<PostingProgress> done) {
                    return (PostingProgress) done.result();
                }
                progress = ((JobStep.Further<PostingProgress>) step).progress();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobTurn<PostingAsked, PostingProgress> turn(@Nullable PostingProgress progress) {
        return new JobTurn<>(
                "acme", "C-1", "second-person", USED_FROM, new PostingAsked("C-1", 2, USED_FROM), progress, 1);
    }

    private static Origin origin() {
        return new Origin("acme", "test", null, null);
    }

    private PostingDifferences.Tenant tenant(Customers customers) {
        return new PostingDifferences.Tenant() {

            /** One at a time, so that the job goes on from where it was. */
            @Override
            public Page<String> accounts(String tenant, @Nullable String cursor, int limit) {
                List<String> all = customers.log().stream()
                        .map(Customers.Recorded::account)
                        .distinct()
                        .sorted()
                        .toList();
                int at = cursor == null ? 0 : Integer.parseInt(cursor);
                return at >= all.size()
                        ? new Page<>(List.of(), null)
                        : new Page<>(List.of(all.get(at)), at + 1 < all.size() ? Integer.toString(at + 1) : null);
            }

            @Override
            public List<RecordedChange> log(String account) {
                return customers.log().stream()
                        .filter(recorded -> recorded.account().equals(account))
                        .map(recorded -> new RecordedChange(recorded.event(), customers.now()))
                        .toList();
            }

            @Override
            public RuleBook rules(String tenant) {
                return customers.book();
            }

            @Override
            public void correct(CorrectEarning command, Origin origin) {
                customers.take(command).ifPresent(reason -> {
                    throw new CommandRefused(reason);
                });
            }

            @Override
            public void finish(FinishCorrection command, Origin origin) {
                finished.add(command);
            }
        };
    }
}
