package io.guanxi.loyalty.liability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollingTheBooksForwardTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 27);

    /** One point is worth 0.01 CNY until the end of the 28th of February in Shanghai, and 0.012 CNY from then on. */
    private static final Books BOOKS = new Books(new RuleBook(List.of(
            version(1, "1970-01-01T00:00:00Z", Money.of("0.01", "CNY")),
            version(2, "2026-02-28T16:00:00Z", Money.of("0.012", "CNY")))));

    private static PublishedRules version(int version, String from, @Nullable Money value) {
        ProgrammeRules base = SomeRules.giving("1");
        var purse = new PurseRules(
                "points", true, RoundingMode.DOWN, MaturityRule.AT_ONCE, ExpiryRule.NEVER, EarningCaps.NONE, value);
        Instant begins = Instant.parse(from);
        return new PublishedRules(
                version,
                begins,
                null,
                Instant.EPOCH,
                null,
                new ProgrammeRules(
                        base.zone(),
                        List.of(purse),
                        base.earning(),
                        base.reversal(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        base.holds()));
    }

    private static Totals issued(long points) {
        return new Totals(Map.of(Line.ISSUED, points), points, 0, 0);
    }

    private static Books.Posted posted(Totals totals) {
        return new Books.Posted(SomeRules.ZONE, totals, 1);
    }

    @Test
    void everyDayOpensWithWhatTheDayBeforeClosedWithAlsoWhereNothingWasPosted() {
        List<BookDay> days = BOOKS.days(
                "points",
                Totals.NONE,
                Map.of(
                        FIRST,
                        posted(issued(1000)),
                        FIRST.plusDays(2),
                        posted(new Totals(Map.of(Line.REDEEMED, 300L), -300, 0, 0))),
                FIRST.minusDays(2),
                FIRST.plusDays(3));

        assertThat(days)
                .extracting(BookDay::date)
                .as("from the first posting on")
                .startsWith(FIRST)
                .hasSize(4);
        assertThat(days).extracting(day -> day.opening().liability()).containsExactly(0L, 1000L, 1000L, 700L);
        assertThat(days).extracting(day -> day.closing().liability()).containsExactly(1000L, 1000L, 700L, 700L);
        assertThat(days).extracting(BookDay::entries).containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void aNewValueOfAPointIsARevaluationOfWhatIsThereAndNoPosting() {
        List<BookDay> days = BOOKS.days("points", issued(1000), Map.of(), FIRST, FIRST.plusDays(2));

        assertThat(days).extracting(BookDay::openingWorth).containsExactly(cny("10.00"), cny("10.00"), cny("10.00"));
        assertThat(days).extracting(BookDay::revaluation).containsExactly(cny("0.00"), cny("0.00"), cny("2.000"));
        assertThat(days.getLast().worth(days.getLast().closing().liability())).isEqualTo(cny("12.000"));
    }

    @Test
    void aDayIsOneOfTheProgrammesZoneAndItsValueThatOfItsLastMoment() {
        assertThat(BOOKS.day(Instant.parse("2026-02-28T15:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(BOOKS.day(Instant.parse("2026-02-28T16:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 1));
        BookDay lastOfFebruary = BOOKS.days("points", issued(1), Map.of(), FIRST.plusDays(1), FIRST.plusDays(1))
                .getFirst();
        assertThat(lastOfFebruary.value()).isEqualTo(cny("0.01"));
        assertThat(lastOfFebruary.end()).isEqualTo("2026-02-28T16:00:00Z");
    }

    @Test
    void worthIsExactHoweverManyPointsThereAre() {
        BookDay day = BOOKS.day("points", FIRST.plusDays(5), Totals.NONE, posted(issued(999_999_999_999_999L)));
        assertThat(day.worth(day.closing().liability())).isEqualTo(cny("11999999999999.988"));
    }

    @Test
    void aPurseWithoutAValueHasPointsOnly() {
        var books = new Books(new RuleBook(List.of(version(1, "1970-01-01T00:00:00Z", null))));
        BookDay day = books.day("points", FIRST, issued(5), posted(issued(5)));
        assertThat(day.worth(10)).isNull();
        assertThat(day.revaluation()).isNull();
        assertThat(day.closing().liability()).isEqualTo(10);
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
