package io.guanxi.analytics.models.domain;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.test.DeciderSpecification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishingPyramidRulesTest {

    private final DeciderSpecification<ModelBook, ModelCommand, ModelEvent, ModelRejection> models =
            DeciderSpecification.of(ModelBook.empty(), ModelBook::evolve, ModelDecider::decide);

    @Test
    void a_rule_that_a_person_sets_is_used_from_the_latest_day_on() {
        models.given()
                .when(new PublishPyramidRule(cause("c-1"), MARCH, SomeModels.pyramid("500")))
                .then(new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500")))
                .thenOnlyOnce();
    }

    @Test
    void before_the_first_event_a_rule_is_used_since_ever() {
        models.given()
                .when(new PublishPyramidRule(cause("c-1"), null, SomeModels.pyramid("500")))
                .then(new PyramidRulePublished(cause("c-1"), 1, LocalDate.EPOCH, SomeModels.pyramid("500")));
    }

    @Test
    void measured_thresholds_are_not_used_before_they_were_measured() {
        PyramidTerms terms = SomeModels.pyramid("500", SomeModels.measured(MARCH.plusDays(3)));
        models.given()
                .when(new PublishPyramidRule(cause("c-1"), MARCH, terms))
                .then(new PyramidRulePublished(cause("c-1"), 1, MARCH.plusDays(3), terms));
        assertThat(terms.rule(1, MARCH).basis()).isEqualTo("measured");
        assertThat(SomeModels.pyramid("500").rule(1, MARCH).basis()).isEqualTo("fixed");
    }

    @Test
    void the_rule_in_force_once_more_is_no_new_version() {
        models.given(new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500")))
                .when(new PublishPyramidRule(cause("c-2"), MARCH.plusDays(3), SomeModels.pyramid("500.00")))
                .thenNothing();
    }

    @Test
    void an_earlier_rule_can_be_published_again() {
        models.given(
                        new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500")),
                        new PyramidRulePublished(cause("c-2"), 2, MARCH, SomeModels.pyramid("600")))
                .when(new PublishPyramidRule(cause("c-3"), MARCH.plusDays(3), SomeModels.pyramid("500")))
                .then(new PyramidRulePublished(cause("c-3"), 3, MARCH.plusDays(3), SomeModels.pyramid("500")));
    }

    /** Each row: one value that no pyramid can have, and the limit that it breaks. */
    @ParameterizedTest
    @CsvSource({
        "currency, euro, AMOUNTS_HAVE_A_CURRENCY",
        "rate, 0, RATES_ARE_OF_OTHER_CURRENCIES",
        "rate, 0.1234567890123, RATES_ARE_OF_OTHER_CURRENCIES",
        "value, 0, HIGH_VALUE_BEGINS_ABOVE_NOTHING",
        "value, 1.00001, HIGH_VALUE_BEGINS_ABOVE_NOTHING",
        "value, 1234567890123456, HIGH_VALUE_BEGINS_ABOVE_NOTHING",
        "potential, -1, HIGH_POTENTIAL_BEGINS_ABOVE_NOTHING",
        "hysteresis, 0.51, A_GRADE_IS_NOT_KEPT_FOR_EVER",
        "window, 0, VALUE_IS_OF_A_WINDOW_OF_DAYS",
        "window, 3661, VALUE_IS_OF_A_WINDOW_OF_DAYS",
        "horizon, 0, POTENTIAL_IS_OF_A_HORIZON_OF_DAYS",
        "referral, -0.01, A_REFERRAL_TAKES_NOTHING_AWAY",
        "lapse, 0, WHO_HAS_LAPSED_MAY_STILL_COME_BACK",
        "lapse, 1, WHO_HAS_LAPSED_MAY_STILL_COME_BACK",
        "share, 1, SHARES_LEAVE_SOMEBODY_ON_EACH_SIDE"
    })
    void what_no_pyramid_can_have_is_refused_by_the_name_of_the_limit(String what, String value, String limit) {
        ImpossibleTerms impossible = catchThrowableOfType(ImpossibleTerms.class, () -> terms(what, value));
        assertThat(impossible).isNotNull();
        assertThat(impossible.faults()).extracting(ImpossibleTerms.Fault::limit).containsExactly(limit);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        ImpossibleTerms impossible = catchThrowableOfType(
                ImpossibleTerms.class,
                () -> new PyramidTerms(
                        "eur",
                        Map.of(),
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        0,
                        1,
                        BigDecimal.ZERO,
                        new BigDecimal("0.2"),
                        null));
        assertThat(impossible.faults())
                .extracting(ImpossibleTerms.Fault::pointer)
                .containsExactly("/currency", "/valueAtLeast", "/windowDays");
    }

    private static PyramidTerms terms(String what, String value) {
        Measured measured = what.equals("share")
                ? new Measured(MARCH, 10, new BigDecimal(value), new BigDecimal("0.5"), null)
                : null;
        return new PyramidTerms(
                what.equals("currency") ? value : "EUR",
                Map.of("USD", number(what, "rate", value, "0.92")),
                number(what, "value", value, "500"),
                number(what, "potential", value, "120"),
                number(what, "hysteresis", value, "0.1"),
                number(what, "window", value, "365").intValue(),
                number(what, "horizon", value, "365").intValue(),
                number(what, "referral", value, "0"),
                number(what, "lapse", value, "0.2"),
                measured);
    }

    private static BigDecimal number(String what, String name, String value, String otherwise) {
        return new BigDecimal(what.equals(name) ? value : otherwise);
    }
}
