package io.guanxi.eventing.log;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.publish.PublishAutoConfiguration;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.audit.LogAudit;
import io.guanxi.eventlog.audit.LogScan;
import io.guanxi.eventlog.autoconfigure.EventLogAutoConfiguration;
import io.guanxi.eventlog.axon.CatalogueCheck;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets operators audit and archive the log of a service that has one. */
@AutoConfiguration(after = {EventLogAutoConfiguration.class, PublishAutoConfiguration.class})
@ConditionalOnBean(EventCatalogue.class)
@ConditionalOnWebApplication
public class LogAutoConfiguration {

    private static final int FINDINGS_OF_A_KIND = 20;

    @Bean
    LogScan logScan(MongoDatabase database, EventLogProperties properties) {
        return LogScan.of(database, LogScan.EVENTS, properties.durability());
    }

    @Bean
    AuditDesk auditDesk(LogScan log, EventCatalogue catalogue, ObjectProvider<EventUpcaster> upcasters) {
        EventUpcaster chain = new EventUpcasterChain(upcasters.orderedStream().toList());
        return new AuditDesk(new LogAudit(log, CatalogueCheck.of(catalogue, chain), FINDINGS_OF_A_KIND));
    }

    @Bean
    LogOperations logOperations(
            AuditDesk desk,
            LogScan log,
            ServiceProperties service,
            @Value("${guanxi.operations.platform-tenant:platform}") String platformTenant) {
        return new LogOperations(desk, log, service.service(), platformTenant);
    }
}
