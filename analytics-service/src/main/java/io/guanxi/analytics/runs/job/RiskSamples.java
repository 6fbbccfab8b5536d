package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.churn.domain.RiskLearning;
import io.guanxi.analytics.churn.domain.RiskParameters;
import io.guanxi.analytics.churn.domain.Snapshots;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.util.Optional;

/** Gathers how customers behaved at the end of each month, and whether they then stayed away. */
final class RiskSamples {

    /** Weak: coefficients of rare behaviour are held, those of the rest hardly touched. */
    private static final double RIDGE = 1;

    private final Population population;
    private final ModelDesk models;
    private final RunSettings settings;

    RiskSamples(Population population, ModelDesk models, RunSettings settings) {
        this.population = population;
        this.models = models;
        this.settings = settings;
    }

    /** Empty if nothing says in which currency customers are compared. */
    Optional<RiskLearning> of(Analysis.Turn turn) {
        return models.comparison(turn.tenant(), turn.asOf()).map(conversion -> learning(turn, conversion));
    }

    private RiskLearning learning(Analysis.Turn turn, Conversion conversion) {
        Snapshots snapshots = new Snapshots(parameters(turn.parameters()), conversion, turn.asOf());
        population.scan(
                turn.tenant(),
                member -> snapshots.add(member.customerId(), member.history().purchases()));
        return new RiskLearning(snapshots);
    }

    private RiskParameters parameters(RunParameters parameters) {
        return new RiskParameters(
                parameters.whole("horizonDays"),
                parameters.whole("months"),
                RIDGE,
                parameters.whole("leastOfEach"),
                settings.mostRows());
    }
}
