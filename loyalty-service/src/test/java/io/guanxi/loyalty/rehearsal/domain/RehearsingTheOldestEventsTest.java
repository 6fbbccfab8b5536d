package io.guanxi.loyalty.rehearsal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oldest entries have neither facts nor times nor lots, and are rehearsed all the same. */
class RehearsingTheOldestEventsTest {

    private static final String ACCOUNT = "t/old";
    private static final Instant BEGIN = Instant.parse("2026-01-05T03:00:00Z");
    private static final RuleBook BOOK = new RuleBook(
            List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, SomeRules.giving("1.5"))));

    @Test
    void theirEntriesComeAboutAgain() {
        for (long seed = 0; seed < 1_000; seed++) {
            List<RecordedChange> old = history(new SplittableRandom(seed));
            var period = new Period(BEGIN.minusSeconds(1), BEGIN.plus(Duration.ofDays(365)));
            var rehearsal = new Rehearsal(ACCOUNT, old, period);

            Course recorded = rehearsal.asItWas(BOOK);
            Course rehearsed = rehearsal.by(RehearsedRules.real(BOOK));

            assertThat(SameEntries.in(recorded, rehearsed))
                    .as("seed %s: %s%n%s", seed, recorded.events(), rehearsed.events())
                    .isTrue();
            assertThat(rehearsed.after().balance())
                    .as("seed %s", seed)
                    .isEqualTo(recorded.after().balance());
        }
    }

    @Test
    void aDraftIsTriedOnThem() {
        List<RecordedChange> old = history(new SplittableRandom(3));
        ProgrammeRules draft = SomeRules.giving("3");
        var period = new Period(BEGIN.minusSeconds(1), BEGIN.plus(Duration.ofDays(365)));
        var rehearsal = new Rehearsal(ACCOUNT, old, period);

        Course tried = rehearsal.by(RehearsedRules.trying(draft, BOOK, period.from()));

        assertThat(SameEntries.in(rehearsal.asItWas(BOOK), tried)).isFalse();
        assertThat(tried.after().balance())
                .isGreaterThan(rehearsal.asItWas(BOOK).after().balance());
    }

    /** What the present decider decides, in the form of before. */
    private static List<RecordedChange> history(RandomGenerator random) {
        var changes = new ArrayList<RecordedChange>();
        LoyaltyAccount account = LoyaltyAccount.unopened();
        Instant clock = BEGIN;
        for (int i = 0; i < 25; i++) {
            clock = clock.plusSeconds(random.nextInt(1, 5 * 86_400));
            Decision<LoyaltyEvent, LoyaltyRejection> decision =
                    LoyaltyDecider.decide(account, command(random, i, clock), BOOK);
            if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
                for (LoyaltyEvent event : accepted.events()) {
                    account = LoyaltyAccount.evolve(account, event);
                    LoyaltyEvent old = asBefore(event);
                    if (old != null) {
                        changes.add(new RecordedChange(old, clock, clock.plusMillis(20)));
                    }
                }
            }
        }
        return changes;
    }

    private static LoyaltyCommand command(RandomGenerator random, int number, Instant clock) {
        var stamp = new Stamp("event-" + number, clock, clock);
        var order = new OrderRef("shop", "O-" + random.nextInt(6));
        Money money = new Money(BigDecimal.valueOf(random.nextLong(20_000), 2), "CNY");
        return switch (random.nextInt(6)) {
            case 0 -> new LoyaltyCommand.NoteOrder(ACCOUNT, order, stamp);
            case 1 -> new LoyaltyCommand.ReverseForCancellation(ACCOUNT, order, stamp);
            case 2, 3 -> new LoyaltyCommand.ReverseForReturn(ACCOUNT, order, "R-" + random.nextInt(2), money, stamp);
            default -> new LoyaltyCommand.EarnForPayment(ACCOUNT, OrderFacts.of(order, money, clock), stamp);
        };
    }

    /** Null for what there was not. */
    private static @Nullable LoyaltyEvent asBefore(LoyaltyEvent event) {
        return switch (event) {
            case LoyaltyEvent.AccountOpened e ->
                new LoyaltyEvent.AccountOpened(e.account(), e.order(), e.cause(), null);
            case OrderEntry.PointsEarned e ->
                new OrderEntry.PointsEarned(
                        e.entryId(),
                        e.order(),
                        e.paid(),
                        e.rule(),
                        e.findings(),
                        e.points(),
                        e.balance(),
                        e.cause(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case OrderEntry.NothingEarned e ->
                new OrderEntry.NothingEarned(
                        e.entryId(),
                        e.order(),
                        e.paid(),
                        e.rule(),
                        e.findings(),
                        e.balance(),
                        e.cause(),
                        null,
                        null,
                        null);
            case OrderEntry.PointsReversedByReturn e ->
                new OrderEntry.PointsReversedByReturn(
                        e.entryId(),
                        e.order(),
                        e.returnId(),
                        e.share(),
                        e.findings(),
                        e.points(),
                        e.balance(),
                        e.cause(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case OrderEntry.RefundCarriedForward e ->
                new OrderEntry.RefundCarriedForward(
                        e.entryId(),
                        e.order(),
                        e.returnId(),
                        e.share(),
                        e.findings(),
                        e.balance(),
                        e.cause(),
                        null,
                        null);
            case OrderEntry.PointsReversedByCancellation e ->
                new OrderEntry.PointsReversedByCancellation(
                        e.entryId(),
                        e.order(),
                        e.earning(),
                        e.reversedBefore(),
                        e.findings(),
                        e.points(),
                        e.balance(),
                        e.cause(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case OrderEntry.CancellationNoted e ->
                new OrderEntry.CancellationNoted(
                        e.entryId(), e.order(), e.findings(), e.balance(), e.cause(), null, null);
            default -> null;
        };
    }
}
