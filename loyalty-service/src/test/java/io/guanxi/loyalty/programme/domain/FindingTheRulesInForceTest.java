package io.guanxi.loyalty.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingTheRulesInForceTest {

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");
    private static final PublishedRules FIRST = published(1, EVER, EVER, null);

    @Test
    void aVersionHoldsFromItsFirstMomentOn() {
        RuleBook book = book(published(2, MARCH, JANUARY, null));

        assertThat(inForce(book, MARCH.minusNanos(1))).isEqualTo(1);
        assertThat(inForce(book, MARCH)).isEqualTo(2);
        assertThat(inForce(book, LATER)).isEqualTo(2);
    }

    @Test
    void ofWhatHappenedBeforeEveryVersionTheOldestDecides() {
        assertThat(inForce(book(), Instant.MIN)).isEqualTo(1);
    }

    @Test
    void aVersionThatIsPublishedForAnEarlierMomentLeavesTheLaterOneItsTime() {
        RuleBook book = book(published(2, MARCH, JANUARY, null), published(3, FEBRUARY, JANUARY, null));

        assertThat(inForce(book, FEBRUARY)).isEqualTo(3);
        assertThat(inForce(book, MARCH)).isEqualTo(2);
    }

    @Test
    void ofTwoThatBeginTogetherTheNewerHolds() {
        RuleBook book = book(published(2, MARCH, JANUARY, null), published(3, MARCH, JANUARY, null));

        assertThat(inForce(book, MARCH)).isEqualTo(3);
        assertThat(book.endOf(2, LATER)).isEmpty();
        assertThat(book.timeline(LATER)).extracting(PublishedRules::version).containsExactly(1, 3);
    }

    @Test
    void afterAVersionWithAnEndTheOneBeforeHoldsAgain() {
        RuleBook book = book(new PublishedRules(2, FEBRUARY, MARCH, JANUARY, null, SomeRules.giving("2")));

        assertThat(inForce(book, FEBRUARY)).isEqualTo(2);
        assertThat(inForce(book, MARCH)).isEqualTo(1);
        assertThat(book.timeline(LATER)).extracting(PublishedRules::version).containsExactly(1, 2, 1);
    }

    @Test
    void aCorrectionStandsInThePlaceOfTheWrongVersionFromWhenItIsUsed() {
        RuleBook book = book(
                published(2, FEBRUARY, JANUARY, null),
                published(3, APRIL, JANUARY, null),
                published(4, FEBRUARY, MARCH, 2));

        assertThat(inForce(book, FEBRUARY, MARCH.minusNanos(1))).isEqualTo(2);
        assertThat(inForce(book, FEBRUARY, MARCH)).isEqualTo(4);
        assertThat(inForce(book, FEBRUARY.minusNanos(1), MARCH)).isEqualTo(1);
        assertThat(inForce(book, APRIL, LATER)).isEqualTo(3);
    }

    @Test
    void aCorrectionOfTheRunningVersionEndsWhenTheNextOneBegins() {
        RuleBook book = book(
                published(2, FEBRUARY, JANUARY, null),
                published(3, FEBRUARY, MARCH, 2),
                published(4, APRIL, MARCH, null));

        assertThat(inForce(book, APRIL.minusNanos(1))).isEqualTo(3);
        assertThat(inForce(book, APRIL)).isEqualTo(4);
        assertThat(book.endOf(3, LATER)).contains(APRIL);
    }

    @Test
    void aCorrectionCanBeCorrected() {
        RuleBook book = book(
                published(2, FEBRUARY, JANUARY, null),
                published(3, FEBRUARY, MARCH, 2),
                published(4, FEBRUARY, APRIL, 3));

        assertThat(inForce(book, FEBRUARY, MARCH)).isEqualTo(3);
        assertThat(inForce(book, FEBRUARY, APRIL)).isEqualTo(4);
    }

    @Test
    void theTimelineSaysWhenEachVersionHolds() {
        RuleBook book = book(published(2, MARCH, JANUARY, null), published(3, FEBRUARY, JANUARY, null));

        assertThat(book.timeline(LATER))
                .extracting(PublishedRules::version, PublishedRules::from, PublishedRules::until)
                .containsExactly(tuple(1, EVER, FEBRUARY), tuple(3, FEBRUARY, MARCH), tuple(2, MARCH, null));
        assertThat(book.endOf(1, LATER)).contains(FEBRUARY);
        assertThat(book.endOf(2, LATER)).isEmpty();
    }

    @Test
    void anUnknownVersionIsNamed() {
        assertThat(book().version(1)).isEqualTo(FIRST);
        assertThat(book().find(7)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book().version(7))
                .withMessage("version: 7 (expected: a published one)");
    }

    private static int inForce(RuleBook book, Instant happened) {
        return inForce(book, happened, LATER);
    }

    private static int inForce(RuleBook book, Instant happened, Instant knownAt) {
        return book.inForce(happened, knownAt).version();
    }

    private static RuleBook book(PublishedRules... more) {
        RuleBook book = new RuleBook(List.of(FIRST));
        for (PublishedRules rules : more) {
            book = book.with(rules);
        }
        return book;
    }

    private static PublishedRules published(
            int version, Instant from, Instant publishedAt, @Nullable Integer corrects) {
        return new PublishedRules(version, from, null, publishedAt, corrects, SomeRules.giving("1"));
    }
}
