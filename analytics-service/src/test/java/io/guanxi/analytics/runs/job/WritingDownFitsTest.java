package io.guanxi.analytics.runs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.lifetime.domain.HoldOutReport;
import io.guanxi.analytics.models.domain.HoldOut;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingDownFitsTest {

    @Test
    void of_few_weeks_each_is_written_down() {
        assertThat(FittedForms.weeks(report(78)))
                .hasSize(78)
                .extracting(HoldOut.Compared::at)
                .startsWith(1, 2, 3);
    }

    @Test
    void of_very_many_weeks_some_are_left_out_and_the_last_is_there() {
        List<HoldOut.Compared> weeks = FittedForms.weeks(report(1_000));

        assertThat(weeks).hasSizeLessThanOrEqualTo(156);
        assertThat(weeks.getLast()).isEqualTo(new HoldOut.Compared(1_000, 5, 1_000, 999.5));
    }

    @Test
    void without_any_week_nothing_is_written_down() {
        assertThat(FittedForms.weeks(report(0))).isEmpty();
    }

    private static HoldOutReport report(int weeks) {
        LocalDate first = LocalDate.parse("2000-01-08");
        List<HoldOutReport.Week> all = new ArrayList<>();
        for (int week = 1; week <= weeks; week++) {
            all.add(new HoldOutReport.Week(first.plusWeeks(week), week, week - 0.5));
        }
        return new HoldOutReport(5, 10, 9, 1, 1, List.of(), all);
    }
}
