package io.guanxi.loyalty.rehearsal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever a draft says, it can be tried on whatever happened, and every point is accounted for. */
@Execution(ExecutionMode.CONCURRENT)
class TryingADraftTest {

    private static final int SEEDS = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void everyPointOfAnyDraftIsAccountedFor() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            RandomHistory history = RandomHistory.of(random, 50);
            Instant from = RandomHistory.BEGIN.plusSeconds(random.nextLong(
                    Duration.between(RandomHistory.BEGIN, history.end()).toSeconds() + 1));
            var period = new Period(from, history.end().plusSeconds(86_400));
            ProgrammeRules draft = new RandomRules(random).rules();
            var rehearsal = new Rehearsal(RandomHistory.ACCOUNT, history.changes(), period);

            isAccountedFor(seed, rehearsal.asItWas(history.book()), period);
            Course tried = rehearsal.by(RehearsedRules.trying(draft, history.book(), from));
            isAccountedFor(seed, tried, period);
            assertThat(tried.before())
                    .as("seed %s", seed)
                    .isEqualTo(rehearsal.asItWas(history.book()).before());
        }
    }

    private static void isAccountedFor(long seed, Course course, Period period) {
        AccountOutcome outcome = AccountOutcome.of(course, period.monthEnds(ZONE));
        outcome.purses().forEach((code, figures) -> {
            PurseStanding before = course.before().purse(code);
            long held = before.pending() + before.available() + before.held();
            assertThat(figures.pending() + figures.available() + figures.held() - figures.debt())
                    .as("seed %s: %s of %s", seed, figures, code)
                    .isEqualTo(held
                            - before.debt()
                            + figures.earned()
                            - figures.reversed()
                            - figures.spent()
                            - figures.expired()
                            + figures.given());
            assertThat(List.of(figures.pending(), figures.available(), figures.held(), figures.debt()))
                    .as("seed %s: %s of %s", seed, figures, code)
                    .allSatisfy(points -> assertThat(points).isNotNegative());
            assertThat(outcome.owed().get(code).getLast())
                    .as("seed %s: owed in the end of %s", seed, code)
                    .isEqualTo(figures.pending() + figures.available() + figures.held());
        });
    }

    @Test
    void ordersThatWerePaidBeforeTheDraftBeginsKeepTheirRules() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            RandomHistory history = RandomHistory.of(random, 30);
            Instant from = RandomHistory.BEGIN.plus(Duration.ofDays(random.nextInt(300)));
            var rehearsal = new Rehearsal(
                    RandomHistory.ACCOUNT,
                    history.changes(),
                    new Period(RandomHistory.BEGIN, history.end().plusSeconds(1)));
            RehearsedRules rules = RehearsedRules.trying(new RandomRules(random).rules(), history.book(), from);
            int draft = rules.book().versions().getFirst().version();

            for (var event : rehearsal.by(rules).events()) {
                if (event instanceof OrderEntry.PointsEarned earned
                        && earned.purse().equals(LedgerEntry.MAIN_PURSE)) {
                    boolean byDraft = !earned.lot().since().isBefore(from);
                    assertThat(earned.rule().version() == draft)
                            .as("seed %s: %s", seed, earned)
                            .isEqualTo(byDraft);
                }
            }
        }
    }

    /** What a member earns goes to the family by itself: by rules that give nothing, nobody tries to send it. */
    @Test
    void whatFollowedFromPointsThatAreNotThereIsNotAskedForAgain() {
        Instant at = RandomHistory.BEGIN;
        var book = new RuleBook(
                List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, SomeRules.giving("1"))));
        var facts = OrderFacts.of(new OrderRef("shop", "A-1"), Money.of("90.00", "CNY"), at.plusSeconds(9));
        var stamp = new Stamp("paid", at.plusSeconds(9), at.plusSeconds(9));
        var changes = new ArrayList<RecordedChange>();
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyCommand command : List.of(
                new LoyaltyCommand.NoteOrder("t/member", new OrderRef("shop", "A-0"), new Stamp("placed", at, at)),
                new LoyaltyCommand.JoinFamily("t/member", "t/family", new Stamp("joined", at, at)),
                new LoyaltyCommand.EarnForPayment("t/member", facts, stamp))) {
            var decided =
                    (Decision.Accepted<LoyaltyEvent, LoyaltyRejection>) LoyaltyDecider.decide(account, command, book);
            for (LoyaltyEvent event : decided.events()) {
                account = LoyaltyAccount.evolve(account, event);
                changes.add(new RecordedChange(event, at, command.stamp().known()));
            }
        }
        assertThat(changes).extracting(RecordedChange::event).hasAtLeastOneElementOfType(GiftEntry.PointsSent.class);

        Course tried = new Rehearsal("t/member", changes, new Period(at, at.plusSeconds(60)))
                .by(RehearsedRules.trying(SomeRules.giving("0.001"), book, at));

        assertThat(tried.refused()).isEmpty();
        assertThat(tried.events()).doesNotHaveAnyElementsOfTypes(GiftEntry.PointsSent.class);
    }

    @Test
    void versionsThatReallyBeganLaterHaveNoPartInTheRehearsal() {
        ProgrammeRules rules = new RandomRules(new SplittableRandom(1)).rules();
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        var book = new RuleBook(List.of(
                new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, rules),
                new PublishedRules(2, from.plusSeconds(60), null, from, null, rules),
                new PublishedRules(3, Instant.EPOCH, null, from, 1, rules),
                new PublishedRules(4, Instant.EPOCH, null, from, 2, rules)));

        RehearsedRules tried = RehearsedRules.trying(rules, book, from);

        assertThat(tried.book().versions()).extracting(PublishedRules::version).containsExactly(5, 3, 1);
        assertThat(tried.book()
                        .inForce(from.plusSeconds(120), from.plusSeconds(120))
                        .version())
                .isEqualTo(5);
        assertThat(tried.book()
                        .inForce(from.minusSeconds(1), from.plusSeconds(120))
                        .version())
                .isEqualTo(3);
    }
}
