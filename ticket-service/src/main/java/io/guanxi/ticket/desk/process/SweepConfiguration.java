package io.guanxi.ticket.desk.process;

import io.guanxi.ticket.desk.command.Tickets;
import io.guanxi.ticket.desk.view.promisesdue.PromisesDue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Puts the sweep to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService sweepLanes(SweepProperties properties) {
        return Executors.newFixedThreadPool(
                properties.lanes(), Thread.ofVirtual().name("sweep-", 0).factory());
    }

    @Bean
    WhenAPromiseIsDueCheckTheTicket promiseSweep(
            PromisesDue promises,
            Tickets tickets,
            SweepProperties properties,
            ExecutorService sweepLanes,
            ObjectProvider<MeterRegistry> meters) {
        return new WhenAPromiseIsDueCheckTheTicket(
                promises::before,
                tickets::send,
                properties.batch(),
                sweepLanes,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    SchedulingConfigurer sweepSchedule(WhenAPromiseIsDueCheckTheTicket sweep, SweepProperties properties, Clock clock) {
        Runnable look = () -> {
            try {
                sweep.sweep(clock.instant());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        return tasks -> tasks.addFixedDelayTask(new FixedDelayTask(look, properties.interval(), properties.interval()));
    }
}
