package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.churn.domain.BackTested;
import io.guanxi.analytics.churn.domain.Quality;
import io.guanxi.analytics.churn.domain.RiskLearning;
import io.guanxi.analytics.runs.domain.RunKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries for each month that is over how well a risk model of that time would have told what came. */
final class BackTesting implements Analysis {

    private final RiskSamples samples;

    BackTesting(RiskSamples samples) {
        this.samples = samples;
    }

    /**
     * One month.
     *
     * @param learnedTo null, like the two after it, if nothing could have been learned by then
     * @param guessLogLoss of telling everybody the share that stayed away
     * @param notTested why nothing could have been learned; null if it could
     */
    record Month(
            LocalDate month,
            @Nullable LocalDate learnedTo,
            @Nullable Quality quality,
            @Nullable Double guessLogLoss,
            @Nullable String notTested) {

        static Month of(BackTested tested) {
            return switch (tested) {
                case BackTested.Tested done ->
                    new Month(done.month(), done.learnedTo(), done.quality(), done.guessLogLoss(), null);
                case BackTested.NotTested not ->
                    new Month(not.month(), null, null, null, not.why().code());
            };
        }
    }

    /** By month, ascending. */
    record Result(LocalDate asOf, List<Month> months) {}

    @Override
    public RunKind kind() {
        return RunKind.BACK_TEST;
    }

    @Override
    public int stages() {
        return 1;
    }

    @Override
    public Stage stage(Turn turn) {
        Optional<RiskLearning> learning = samples.of(turn);
        if (learning.isEmpty()) {
            return Currencyless.REFUSED;
        }
        List<Month> months = new ArrayList<>();
        for (LocalDate month : learning.get().months()) {
            months.add(Month.of(learning.get().backTest(month)));
        }
        List<Quality> tested = months.stream()
                .flatMap(month -> Optional.ofNullable(month.quality()).stream())
                .toList();
        if (tested.isEmpty()) {
            return new Stage.Refused(
                    "no-month-tested", "By no month that is over enough was known to learn a model and to try it.");
        }
        turn.keeping().result(new Result(turn.asOf(), months));
        return new Summary()
                .with("months", tested.size())
                .with(
                        "meanAuc",
                        tested.stream().mapToDouble(Quality::auc).average().orElseThrow())
                .with(
                        "meanBrier",
                        tested.stream().mapToDouble(Quality::brier).average().orElseThrow())
                .finished();
    }
}
