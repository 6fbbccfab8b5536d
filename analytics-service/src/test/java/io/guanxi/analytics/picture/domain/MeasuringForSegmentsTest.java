package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.value.domain.Scores;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuringForSegmentsTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-08");

    private static final CustomerPicture BUYER = picture(Lived.nothing()
            .order("2024-01-03", "60")
            .order("2024-01-23", "90", "2024-02-01", "30")
            .tier("2024-02-02", "silver")
            .referral("2024-02-03"));

    private static CustomerPicture picture(Lived life) {
        RecordedVersions versions = RecordedVersions.in("CNY");
        Standing standing = Standing.of(life.history(), DAY, versions);
        return CustomerPicture.of(life.history(), standing, DAY, versions.on(DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "recency, 45",
        "age, 65",
        "frequency, 2",
        "purchase-days, 2",
        "units, 1",
        "net-revenue, 120",
        "average-order, 60",
        "mean-interval, 20",
        "returned-share, 0.5",
        "current-value, 120",
        "potential, 0",
        "risk, 0.5",
        "referrals, 1"
    })
    void a_number_is_what_the_picture_shows(String measure, String expected) {
        assertThat(BUYER.number(Measure.named(measure).orElseThrow())).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"risk-band, medium", "lapsed, no", "tier, silver", "cohort-month, 2024-01"})
    void a_word_is_what_the_picture_shows(String measure, String expected) {
        assertThat(BUYER.word(Measure.named(measure).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void what_nothing_is_known_of_is_unknown(Measure measure) {
        CustomerPicture nobody = picture(Lived.nothing());
        switch (measure.kind()) {
            case NUMBER -> {
                assertThat(nobody.number(measure)).isNull();
                assertThatThrownBy(() -> BUYER.word(measure)).hasMessageContaining("is no word");
            }
            case WORD -> {
                assertThat(nobody.word(measure)).isEqualTo(measure == Measure.LAPSED ? "no" : null);
                assertThatThrownBy(() -> BUYER.number(measure)).hasMessageContaining("is no number");
            }
        }
    }

    @Test
    void every_word_that_a_picture_can_show_can_be_asked_for() {
        assertThat(Stream.of(RfmGroup.values()).map(RfmGroup::code)).allMatch(Measure.GROUP::knows);
        assertThat(Stream.of(Grade.values()).map(Grade::code)).allMatch(Measure.GRADE::knows);
        assertThat(Stream.of(RiskBand.values()).map(RiskBand::code)).allMatch(Measure.RISK_BAND::knows);
        assertThat(Measure.GROUP.words().split("\\|")).hasSize(RfmGroup.values().length);
        assertThat(Measure.GRADE.words().split("\\|")).hasSize(Grade.values().length);
        assertThat(Measure.RISK_BAND.words().split("\\|")).hasSize(RiskBand.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, 4, 重要价值客户",
        "4, 3, 5, 重要发展客户",
        "3, 4, 4, 重要保持客户",
        "1, 3, 4, 重要挽留客户",
        "5, 5, 3, 一般价值客户",
        "4, 1, 1, 一般发展客户",
        "3, 5, 3, 一般保持客户",
        "1, 1, 1, 一般挽留客户"
    })
    void three_scores_name_one_of_eight_groups(int recency, int frequency, int monetary, String name) {
        assertThat(RfmGroup.of(new Scores(recency, frequency, monetary, 1)).chinese())
                .isEqualTo(name);
    }

    @Test
    void all_scores_have_a_group_and_all_groups_have_scores() {
        Set<RfmGroup> groups = Stream.of(1, 3, 4, 5)
                .flatMap(r -> Stream.of(1, 3, 4, 5)
                        .flatMap(f -> Stream.of(1, 3, 4, 5).map(m -> RfmGroup.of(new Scores(r, f, m, 1)))))
                .collect(Collectors.toSet());
        assertThat(groups).containsExactlyInAnyOrder(RfmGroup.values());
    }
}
