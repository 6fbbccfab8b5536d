package io.guanxi.analytics.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Any;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import io.guanxi.analytics.segment.domain.ReadCondition.Fault;
import io.guanxi.analytics.segment.domain.ReadCondition.Read;
import io.guanxi.analytics.segment.domain.ReadCondition.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingConditionsTest {

    private static final Condition NESTED = new All(List.of(
            new Any(List.of(
                    new Compare(Measure.NET_REVENUE, Comparison.AT_LEAST, new BigDecimal("200.00")),
                    new OneOf(Measure.GRADE, new TreeSet<>(List.of("platinum", "gold"))))),
            new Not(new Compare(Measure.RISK, Comparison.LESS_THAN, new BigDecimal("0.5")))));

    @Test
    void what_is_written_from_a_condition_is_read_as_the_same() {
        assertThat(ConditionForm.of(NESTED).read()).isEqualTo(new Read(NESTED));
        assertThat(ConditionRow.whole(ConditionRow.of(NESTED)).read()).isEqualTo(new Read(NESTED));
    }

    @Test
    void a_list_says_each_condition_before_those_within_it() {
        assertThat(ConditionRow.of(NESTED))
                .extracting(ConditionRow::kind, ConditionRow::in)
                .containsExactly(
                        tuple("all", null),
                        tuple("any", 0),
                        tuple("compare", 1),
                        tuple("one-of", 1),
                        tuple("not", 0),
                        tuple("compare", 4));
    }

    @Test
    void a_list_that_is_within_itself_is_refused() {
        ConditionRow not = new ConditionRow("not", null, null, null, null, null);
        ConditionRow itself = new ConditionRow("not", 1, null, null, null, null);
        assertThatThrownBy(() -> ConditionRow.whole(List.of(not, itself))).hasMessageContaining("row 1 is in 1");
        assertThatThrownBy(() -> ConditionRow.whole(List.of(not, not))).hasMessageContaining("row 1 is in null");
        assertThatThrownBy(() -> ConditionRow.whole(List.of())).hasMessageContaining("none");
    }

    @Test
    void equal_conditions_have_equal_forms_however_they_were_written() {
        Condition one = read(compare("net-revenue", "at-least", "200.000"));
        Condition other = read(compare("net-revenue", "at-least", "200"));
        assertThat(one).isEqualTo(other);
        assertThat(ConditionForm.of(one)).isEqualTo(ConditionForm.of(other));
        assertThat(ConditionForm.of(one).value()).isEqualTo("200");
        assertThat(read(oneOf("grade", "lead", "gold"))).isEqualTo(read(oneOf("grade", "gold", "lead", "gold")));
    }

    @Test
    void every_fault_is_named_with_its_place() {
        ConditionForm form = put(
                "all",
                put("any", compare("shoe-size", "at-least", "3"), compare("grade", "at-least", "3")),
                compare("recency", "about", "soon"),
                put("not"),
                oneOf("grade", "gold", "diamond"),
                oneOf("tier"),
                put("none-of"),
                new ConditionForm(null, null, null, null, null, null));
        assertThat(faults(form))
                .extracting(Fault::path, Fault::code)
                .containsExactly(
                        tuple("parts[0].parts[0].measure", "unknown-measure"),
                        tuple("parts[0].parts[1].measure", "unknown-measure"),
                        tuple("parts[1].comparison", "unknown-comparison"),
                        tuple("parts[1].value", "not-a-number"),
                        tuple("parts[2].parts", "wrong-number-of-parts"),
                        tuple("parts[3].values[1]", "unknown-value"),
                        tuple("parts[4].values", "wrong-number-of-values"),
                        tuple("parts[5].kind", "unknown-kind"),
                        tuple("parts[6]", "missing-condition"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "1e9", "1.", ".5", "0x10", "1,5", "9999999999999999", "٣"})
    void what_is_no_plain_decimal_is_no_number(String value) {
        assertThat(faults(compare("recency", "at-least", value)))
                .extracting(Fault::code)
                .containsExactly("not-a-number");
    }

    @Test
    void a_condition_can_be_so_deep_and_no_deeper() {
        assertThat(nested(Condition.DEEPEST).read()).isInstanceOf(Read.class);
        assertThat(faults(nested(Condition.DEEPEST + 1)))
                .extracting(Fault::code)
                .containsExactly("too-deep");
        assertThat(faults(nested(5000))).extracting(Fault::code).containsExactly("too-deep");
    }

    private static ConditionForm nested(int depth) {
        ConditionForm form = compare("recency", "at-least", "3");
        for (int i = 1; i < depth; i++) {
            form = put("not", form);
        }
        return form;
    }

    @Test
    void a_condition_can_be_so_wide_and_no_wider() {
        ConditionForm leaf = compare("recency", "at-least", "3");
        ConditionForm fifty = put("any", Collections.nCopies(50, leaf).toArray(ConditionForm[]::new));
        assertThat(put("all", fifty, fifty, fifty, fifty).read()).isInstanceOf(Read.class);
        assertThat(faults(put("all", fifty, fifty, fifty, fifty, leaf)))
                .extracting(Fault::code)
                .containsExactly("too-many-conditions");
        assertThat(faults(put("any", Collections.nCopies(51, leaf).toArray(ConditionForm[]::new))))
                .extracting(Fault::path, Fault::code)
                .containsExactly(tuple("parts", "wrong-number-of-parts"));
    }

    @Test
    void faults_are_named_up_to_a_number() {
        ConditionForm wrong =
                put("all", Collections.nCopies(40, compare("x", "y", "z")).toArray(ConditionForm[]::new));
        assertThat(faults(wrong)).hasSize(ReadingConditions.MOST_FAULTS);
    }

    @Test
    void a_definition_is_no_larger_than_what_is_read() {
        Condition deep = new Compare(Measure.RECENCY, Comparison.AT_LEAST, BigDecimal.ONE);
        for (int i = 1; i <= Condition.DEEPEST; i++) {
            deep = new Not(deep);
        }
        Condition tooDeep = deep;
        LocalDate day = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> new SegmentDefinition("deep", 1, day, tooDeep)).hasMessageContaining("depth 9");
        assertThatThrownBy(() -> new SegmentDefinition("No Name", 1, day, NESTED))
                .hasMessageContaining("small letters");
        assertThatThrownBy(() -> new Compare(Measure.GRADE, Comparison.AT_LEAST, BigDecimal.ONE))
                .hasMessageContaining("grade is a WORD");
        assertThatThrownBy(() -> new OneOf(Measure.GRADE, new TreeSet<>(List.of("diamond"))))
                .hasMessageContaining("no such value");
    }

    private static Condition read(ConditionForm form) {
        return ((Read) form.read()).condition();
    }

    private static List<Fault> faults(ConditionForm form) {
        return ((Refused) form.read()).faults();
    }

    private static ConditionForm put(String kind, ConditionForm... parts) {
        return new ConditionForm(kind, Stream.of(parts).toList(), null, null, null, null);
    }

    private static ConditionForm compare(String measure, String comparison, String value) {
        return new ConditionForm("compare", null, measure, comparison, value, null);
    }

    private static ConditionForm oneOf(String measure, String... values) {
        return new ConditionForm("one-of", null, measure, null, null, List.of(values));
    }
}
