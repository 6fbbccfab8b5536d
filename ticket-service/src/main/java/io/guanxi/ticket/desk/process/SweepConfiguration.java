package io.guanxi.ticket.desk.process;

import io.guanxi.eventing.due.Sweeper;
import io.guanxi.ticket.desk.command.Tickets;
import io.guanxi.ticket.desk.view.promisesdue.PromisesDue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sweep to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {

    @Bean
    Sweeper promiseSweeper(
            PromisesDue promises,
            Tickets tickets,
            SweepProperties properties,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new Sweeper(
                new WhenAPromiseIsDueCheckTheTicket(promises::before, tickets::send),
                properties.sweep(),
                clock,
                SweepSignals.METERS,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
