package io.guanxi.loyalty.programme.rulebook;

import io.guanxi.loyalty.programme.ProgrammeProperties;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleBookConfiguration {

    @Bean
    RuleBooks ruleBooks(EventStore log, ProgrammeTerms terms, ProgrammeProperties properties) {
        RecordedProgrammes recorded = (tenant, first) -> log.readEvents(ProgrammeStream.of(tenant), first)
                .asStream()
                .map(event -> (ProgrammeEvent) event.getPayload())
                .toList();
        return new RuleBooks(recorded, terms, properties.refresh(), System::nanoTime);
    }
}
