package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.cluster.domain.ClusterParameters;
import io.guanxi.analytics.cluster.domain.ClusterResult;
import io.guanxi.analytics.cluster.domain.ClusterSearch;
import io.guanxi.analytics.cluster.domain.Habits;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.models.domain.FoundClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds groups of customers who buy alike, and puts them into force. */
final class FindingClusters implements Analysis {

    private static final String RECORD_CLUSTERS = "record-clusters";

    private final Population population;
    private final ModelDesk models;
    private final RunSettings settings;
    private final JsonMapper mapper;

    FindingClusters(Population population, ModelDesk models, RunSettings settings, JsonMapper mapper) {
        this.population = population;
        this.models = models;
        this.settings = settings;
        this.mapper = mapper;
    }

    /** What was found, until it is recorded. */
    record Found(@Nullable LocalDate latestDay, FoundClusters clusters) {}

    /** What is in force. */
    record Result(int version, LocalDate effectiveFrom, FoundClusters clusters) {}

    @Override
    public RunKind kind() {
        return RunKind.CLUSTERS;
    }

    @Override
    public int stages() {
        return 2;
    }

    @Override
    public Stage stage(Turn turn) {
        return turn.stage() == null ? find(turn) : record(turn, mapper.treeToValue(turn.notes(), Found.class));
    }

    private Stage find(Turn turn) {
        Conversion conversion = models.comparison(turn.tenant(), turn.asOf()).orElse(null);
        if (conversion == null) {
            return Currencyless.REFUSED;
        }
        InForce inForce = new InForce(turn.asOf(), 0, null, null, null, null, null, List.of(), conversion);
        ClusterParameters parameters = parameters(turn.parameters());
        Habits habits = new Habits(parameters);
        population.scan(turn.tenant(), member -> {
            Rfm rfm = CustomerPicture.of(member.history(), Standing.NONE, turn.asOf(), inForce)
                    .rfm();
            if (rfm != null && rfm.netRevenue() != null) {
                habits.add(
                        member.customerId(),
                        rfm.recency(),
                        rfm.frequency(),
                        rfm.netRevenue().doubleValue());
            }
        });
        return switch (ClusterSearch.of(habits, parameters)) {
            case ClusterResult.NotFound not ->
                new Stage.Refused(not.code(), Shortage.of(not.detail(), not.actual(), not.required()));
            case ClusterResult.Found found ->
                new Stage.Next(
                        RECORD_CLUSTERS,
                        new Found(
                                models.latestDay(turn.tenant()).orElse(null),
                                new FoundClusters(conversion.currency(), turn.asOf(), parameters.seed(), found)));
        };
    }

    private ClusterParameters parameters(RunParameters parameters) {
        ClusterParameters usual = ClusterParameters.USUAL;
        return new ClusterParameters(
                parameters.whole("seed"),
                parameters.whole("least"),
                parameters.whole("most"),
                usual.starts(),
                usual.sampleRows(),
                usual.silhouetteRows(),
                settings.mostRows());
    }

    private Stage record(Turn turn, Found found) {
        var cause = ModelDesk.cause(turn, "clusters");
        var book = models.record(
                turn.tenant(),
                new RecordClusters(cause, found.latestDay(), found.clusters()),
                DoingRuns.origin(turn.tenant(), turn.run(), turn.askedBy()),
                turn.askedAt());
        ClustersFound version = ModelDesk.madeBy(cause, book.clusters());
        turn.keeping().result(new Result(version.version(), version.effectiveFrom(), found.clusters()));
        return new Summary()
                .with("version", version.version())
                .with("effectiveFrom", version.effectiveFrom())
                .with("clusters", found.clusters().found().grouping().clusters().size())
                .with("customers", found.clusters().found().customers())
                .finished();
    }
}
