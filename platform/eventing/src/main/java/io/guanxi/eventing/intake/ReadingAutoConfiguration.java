package io.guanxi.eventing.intake;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.deadletter.ReplayCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service the reader of records, also one that binds no consumer function; it checks replays as well. */
@AutoConfiguration
@ConditionalOnProperty("guanxi.service")
@EnableConfigurationProperties(IntakeSettings.class)
public class ReadingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(ReplayCheck.class)
    RecordReader recordReader(IntakeSettings settings) {
        return new RecordReader(
                SchemaCatalogue.published(), (int) settings.largestBody().toBytes());
    }
}
