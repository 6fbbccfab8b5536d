package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.models.command.LatestDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day that the boundaries in force were measured for. */
@Component
final class LatestDaysInForce implements LatestDays {

    private final ValueQuestions questions;

    LatestDaysInForce(ValueQuestions questions) {
        this.questions = questions;
    }

    @Override
    public @Nullable LocalDate of(String tenant) {
        return questions
                .boundaries(tenant)
                .map(revised -> revised.boundaries().measuredAt())
                .orElse(null);
    }
}
