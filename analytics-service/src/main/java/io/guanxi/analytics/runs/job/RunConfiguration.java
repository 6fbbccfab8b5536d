package io.guanxi.analytics.runs.job;

import com.mongodb.client.MongoDatabase;
import io.guanxi.analytics.export.ParquetExport;
import io.guanxi.analytics.instances.WholePopulation;
import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.report.ReportDesk;
import io.guanxi.analytics.report.Reports;
import io.guanxi.analytics.runs.command.Runs;
import io.guanxi.eventing.job.Jobs;
import io.guanxi.eventing.publish.EventingJson;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the kinds of runs together, and the reports that somebody waits for. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    ModelDesk modelDesk(Models models, ValueQuestions questions) {
        return new KeptModels(models, questions);
    }

    @Bean
    Reports reports(WholePopulation population, ModelDesk models) {
        return new Reports(population, models::versions, models::comparison);
    }

    @Bean
    ReportDesk reportDesk(Reports reports, ModelDesk models) {
        return new ReportDesk(reports, models::latestDay);
    }

    @Bean
    RunFiles runFiles(MongoDatabase database) {
        return new RunFiles(database);
    }

    @Bean
    DoingRuns doingRuns(
            WholePopulation population,
            ModelDesk models,
            Reports reports,
            RunSettings settings,
            Runs runs,
            RunFiles files,
            Clock clock) {
        JsonMapper mapper = EventingJson.mapper();
        RiskSamples risks = new RiskSamples(population, models, settings);
        List<Analysis> analyses = List.of(
                new FittingLifetimes(population, models, new CuttingThresholds(population, models), mapper),
                new LearningRisks(risks, models, mapper),
                new BackTesting(risks),
                new FindingClusters(population, models, settings, mapper),
                new MiningBaskets(population, settings),
                new FollowingCohorts(reports),
                new MeasuringBoundaries(population, models),
                new ExportingCustomers(new ParquetExport(population), models));
        return new DoingRuns(analyses, runs::send, files, clock);
    }

    @Bean
    AskedRuns askedRuns(Jobs jobs, DoingRuns doing, Runs runs, RunFiles files, ModelDesk models, Clock clock) {
        return new AskedRuns(jobs, doing, runs, files, models::latestDay, clock);
    }
}
