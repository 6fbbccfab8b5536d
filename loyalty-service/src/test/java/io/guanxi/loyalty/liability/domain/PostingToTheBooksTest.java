package io.guanxi.loyalty.liability.domain;

import static io.guanxi.loyalty.liability.domain.Entries.in;
import static io.guanxi.loyalty.liability.domain.Entries.lot;
import static io.guanxi.loyalty.liability.domain.Entries.move;
import static io.guanxi.loyalty.liability.domain.Entries.out;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingToTheBooksTest {

    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private static Totals posted(LedgerEntry entry) {
        return Totals.of(entry);
    }

    @Test
    void earnedPointsAreIssuedAndPendingUntilTheyMature() {
        var pending = posted(Entries.earned(lot("l", AT, null), move("l", Bucket.OUTSIDE, Bucket.PENDING, 70), AT));
        assertThat(pending).isEqualTo(new Totals(Map.of(Line.ISSUED, 70L), 0, 70, 0));
        var matured = posted(Entries.matured(AT, "l", 70));
        assertThat(matured).isEqualTo(new Totals(Map.of(Line.MATURED, 70L), 70, -70, 0));
    }

    @Test
    void aBasketThatKeepsPointsAsideChangesNothingThatIsOwed() {
        assertThat(posted(Entries.held(AT, "l", 10)).isNothing()).isTrue();
        assertThat(posted(Entries.spent(AT, move("l", Bucket.HELD, Bucket.OUTSIDE, 10))))
                .isEqualTo(new Totals(Map.of(Line.REDEEMED, 10L), -10, 0, 0));
        assertThat(posted(Entries.returned(AT, in("l", 4)))).isEqualTo(new Totals(Map.of(Line.RETURNED, 4L), 4, 0, 0));
    }

    @Test
    void whatWasSpentAndGivenBackIsNotUsed() {
        Totals spent = posted(Entries.spent(AT, move("l", Bucket.HELD, Bucket.OUTSIDE, 10)));
        Totals back = posted(Entries.returned(AT, in("l", 4)));
        assertThat(spent.plus(back).used()).isEqualTo(6);
        assertThat(back.used()).as("spent before these totals").isZero();
    }

    @Test
    void aReversalIsPostedAsFarAsThePointsWereThereAndTheRestIsADebt() {
        assertThat(posted(Entries.reversed(AT, 30, out("l", 20), move("l", Bucket.PENDING, Bucket.OUTSIDE, 50))))
                .isEqualTo(new Totals(Map.of(Line.REVERSED, 70L), -20, -50, 30));
        assertThat(posted(Entries.debtRepaid(AT, out("m", 30))))
                .isEqualTo(new Totals(Map.of(Line.DEBT_REPAID, 30L), -30, 0, -30));
    }

    @Test
    void expiryOfPendingAndUsablePointsIsBreakage() {
        assertThat(posted(Entries.expired(AT, out("l", 5), move("l", Bucket.PENDING, Bucket.OUTSIDE, 2))))
                .isEqualTo(new Totals(Map.of(Line.EXPIRED, 7L), -5, -2, 0));
    }

    @Test
    void whatNoSalePaidForHasALineOfItsOwn() {
        assertThat(posted(Entries.goodwill(AT, "g", 50)).lines()).containsExactly(Map.entry(Line.GOODWILL, 50L));
        assertThat(posted(Entries.bonus(AT, "b", 20)).lines()).containsExactly(Map.entry(Line.BONUS, 20L));
        assertThat(posted(Entries.adjusted(AT, in("a", 3))).lines()).containsExactly(Map.entry(Line.ADJUSTED_UP, 3L));
        assertThat(posted(Entries.adjusted(AT, out("a", 3))).lines())
                .containsExactly(Map.entry(Line.ADJUSTED_DOWN, 3L));
        assertThat(posted(Entries.corrected(AT, in("c", 8))).lines()).containsExactly(Map.entry(Line.CORRECTED_UP, 8L));
        assertThat(posted(Entries.corrected(AT, out("c", 8))).lines())
                .containsExactly(Map.entry(Line.CORRECTED_DOWN, 8L));
    }

    @Test
    void aTransferThatComesBackIsOutAndIn() {
        var sum = posted(Entries.sent(AT, out("l", 40))).plus(posted(Entries.takenBack(AT, in("l", 40))));
        assertThat(sum).isEqualTo(new Totals(Map.of(Line.TRANSFERRED_IN, 40L, Line.TRANSFERRED_OUT, 40L), 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44, 55})
    void whateverIsPostedTheLinesSumUpToWhatIsOwedInAnyOrder(long seed) {
        var random = new Random(seed);
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entries.add(any(random));
        }
        Totals inOrder = entries.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus);
        long bySign = inOrder.lines().entrySet().stream()
                .mapToLong(line -> line.getKey().sign() * line.getValue())
                .sum();
        assertThat(inOrder.liability()).as("seed %s", seed).isEqualTo(bySign);
        assertThat(inOrder.liability())
                .as("seed %s: net of what came from outside and went there", seed)
                .isEqualTo(entries.stream()
                        .mapToLong(entry -> -entry.changeOf(Bucket.OUTSIDE))
                        .sum());
        Collections.shuffle(entries, random);
        assertThat(entries.stream().map(Totals::of).reduce(Totals.NONE, Totals::plus))
                .as("seed %s", seed)
                .isEqualTo(inOrder);
    }

    private static LedgerEntry any(Random random) {
        long points = 1 + random.nextInt(1000);
        return switch (random.nextInt(12)) {
            case 0 -> Entries.earned(lot("l", AT, null), move("l", Bucket.OUTSIDE, Bucket.PENDING, points), AT);
            case 1 -> Entries.matured(AT, "l", points);
            case 2 -> Entries.expired(AT, out("l", points));
            case 3 -> Entries.reversed(AT, random.nextInt(50), out("l", points));
            case 4 -> Entries.debtRepaid(AT, out("l", points));
            case 5 -> Entries.held(AT, "l", points);
            case 6 -> Entries.spent(AT, move("l", Bucket.HELD, Bucket.OUTSIDE, points));
            case 7 -> Entries.returned(AT, in("l", points));
            case 8 -> Entries.sent(AT, out("l", points));
            case 9 -> Entries.adjusted(AT, random.nextBoolean() ? in("l", points) : out("l", points));
            case 10 -> Entries.goodwill(AT, "g", points);
            default -> Entries.corrected(AT, random.nextBoolean() ? in("l", points) : out("l", points));
        };
    }
}
