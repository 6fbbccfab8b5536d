package io.guanxi.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.Desk;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.ServiceTerms;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingTermsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("spring.config.name=ticket-service")
            .withBean("settings", Settings.class);

    @EnableConfigurationProperties(TicketProperties.class)
    static class Settings {}

    @Test
    void theTermsThatComeWithTheServiceAreComplete() {
        service.run(context -> {
            ServiceTerms terms = context.getBean(TicketProperties.class).terms();

            assertThat(terms.level().targets()).containsOnlyKeys(Priority.values());
            assertThat(terms.calendar().businessTimeBetween(Desk.at("2026-11-20T00:00"), Desk.at("2026-11-21T00:00")))
                    .isEqualTo(Duration.ofMinutes(450));
        });
    }

    @Test
    void holidaysWorkedDaysAndEarlierCalendarsAreSaidInPlainWords() {
        service.withPropertyValues(
                        "guanxi.ticket.calendar.version=office-2027",
                        "guanxi.ticket.calendar.holidays=2026-10-01/2026-10-07, 2026-12-31",
                        "guanxi.ticket.calendar.special-days[0].date=2026-10-10",
                        "guanxi.ticket.calendar.special-days[0].hours=09:00-12:00, 13:00-24:00",
                        "guanxi.ticket.earlier-calendars[0].version=always-2020",
                        "guanxi.ticket.earlier-calendars[0].zone=Europe/Berlin",
                        "guanxi.ticket.earlier-calendars[0].week.sunday=00:00-24:00")
                .run(context -> {
                    ServiceTerms terms = context.getBean(TicketProperties.class).terms();

                    assertThat(terms.calendar()
                                    .businessTimeBetween(Desk.at("2026-10-01T00:00"), Desk.at("2026-10-08T00:00")))
                            .isZero();
                    assertThat(terms.calendar()
                                    .businessTimeBetween(Desk.at("2026-10-10T00:00"), Desk.at("2026-10-11T00:00")))
                            .isEqualTo(Duration.ofHours(14));
                    assertThat(terms.calendar("always-2020")).isPresent();
                });
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
                    guanxi.ticket.calendar.zone                               | Middle/Earth        | zone
                    guanxi.ticket.calendar.version                            | ''                  | version
                    guanxi.ticket.calendar.week.monday                        | 12:00-09:00         | an end after the start
                    guanxi.ticket.calendar.holidays                           | 2026-10-07/2026-10-01 | the first day first
                    guanxi.ticket.service-levels.targets.low.first-response   | 0h                  | more than no time
                    guanxi.ticket.service-levels.targets.low.resolution       | 1m                  | no longer than the resolution
                    guanxi.ticket.service-levels.after-reopening              | -1h                 | more than none
                    """)
    void whatMakesNoSenseStopsTheStart(String property, String value, String told) {
        service.withPropertyValues(property + "=" + value)
                .withUserConfiguration(TicketConfiguration.class)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(messages(context.getStartupFailure())).anyMatch(message -> message.contains(told));
                });
    }

    private static List<String> messages(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .toList();
    }
}
