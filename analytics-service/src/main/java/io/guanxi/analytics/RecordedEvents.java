package io.guanxi.analytics;

import io.guanxi.analytics.models.command.ModelEventNames;
import io.guanxi.analytics.runs.command.RunEventNames;
import io.guanxi.analytics.value.command.Scorings;
import io.guanxi.eventlog.EventCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that this service stores for ever. */
@Configuration(proxyBeanMethods = false)
public class RecordedEvents {

    @Bean
    public static EventCatalogue eventCatalogue() {
        EventCatalogue.Builder catalogue = EventCatalogue.builder();
        Scorings.addTo(catalogue);
        ModelEventNames.addTo(catalogue);
        RunEventNames.addTo(catalogue);
        return catalogue.build();
    }
}
