package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer came to a grade.
 *
 * @param day (UTC) at whose end it was found
 * @param from null if it is the first grade
 * @param ruleVersion that it was judged by
 * @param modelVersion of the lifetime model; 0 if there was none
 * @param value net revenue of the window then
 * @param potential then
 * @param reasons of {@code first-judged}, {@code value-rose}, {@code value-fell}, {@code potential-rose},
 *     {@code potential-fell}, {@code rule-changed}, {@code model-changed}
 */
public record GradeChange(
        LocalDate day,
        @Nullable Grade from,
        Grade to,
        int ruleVersion,
        int modelVersion,
        BigDecimal value,
        BigDecimal potential,
        List<String> reasons) {

    public GradeChange {
        reasons = List.copyOf(reasons);
    }
}
