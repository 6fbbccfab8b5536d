package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.instances.WholePopulation;
import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.analytics.membership.SegmentScans;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.report.ReportDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SegmentConfiguration {

    @Bean
    SegmentDesk segmentDesk(WholePopulation population, ReportDesk desk, ValueQuestions questions, Models models) {
        return new SegmentDesk(new SegmentScans(population), desk, questions::versions, models::of);
    }
}
