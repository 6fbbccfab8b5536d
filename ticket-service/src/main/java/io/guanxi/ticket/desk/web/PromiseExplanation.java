package io.guanxi.ticket.desk.web;

import static io.guanxi.ticket.desk.domain.Vocabulary.word;

import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.PromiseAccount;
import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import io.guanxi.ticket.desk.domain.calendar.OpenHours;
import io.guanxi.ticket.desk.domain.calendar.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a promise is due when it is, so that anybody can count it again by hand.
 *
 * @param asOf up to when was counted
 * @param used business time counted, as ISO 8601 writes durations; absent if a calendar is no longer configured
 * @param sentences the same in a sentence, by language
 */
record PromiseExplanation(
        TicketAnswers.PromiseAnswer promise,
        Instant asOf,
        @Nullable String used,
        List<CountedAnswer> counted,
        List<PauseAnswer> pauses,
        List<CalendarAnswer> calendars,
        Map<String, String> sentences) {

    record CountedAnswer(
            Instant from,
            @Nullable Instant to,
            @Nullable String ended,
            String calendar,
            @Nullable String time,
            List<Span> open) {}

    record PauseAnswer(Instant from, @Nullable Instant to, String because) {}

    record CalendarAnswer(String version, String zone, Map<String, List<String>> week, List<String> specialDays) {

        static CalendarAnswer of(BusinessCalendar calendar) {
            Map<String, List<String>> week = new LinkedHashMap<>();
            Stream.of(DayOfWeek.values())
                    .forEach(day -> week.put(
                            day.name().toLowerCase(Locale.ROOT),
                            hours(calendar.week().getOrDefault(day, List.of()))));
            List<String> special = calendar.specialDays().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(day -> day.getKey() + (day.getValue().isEmpty() ? " closed" : " " + hours(day.getValue())))
                    .toList();
            return new CalendarAnswer(calendar.version(), calendar.zone().getId(), week, special);
        }

        private static List<String> hours(List<OpenHours> open) {
            return open.stream().map(OpenHours::toString).toList();
        }
    }

    static PromiseExplanation of(PromiseAccount account) {
        Promise promise = account.promise();
        return new PromiseExplanation(
                TicketAnswers.PromiseAnswer.of(promise),
                account.asOf(),
                account.used() == null ? null : account.used().toString(),
                account.counted().stream().map(PromiseExplanation::counted).toList(),
                account.pauses().stream()
                        .map(pause -> new PauseAnswer(pause.from(), pause.to(), word(pause.because())))
                        .toList(),
                calendars(account),
                Map.of("en", PromiseSentence.english(account), "zh-CN", PromiseSentence.chinese(account)));
    }

    private static CountedAnswer counted(PromiseAccount.Counted part) {
        return new CountedAnswer(
                part.stretch().from(),
                part.stretch().to(),
                part.stretch().ended() == null ? null : word(part.stretch().ended()),
                part.stretch().calendar(),
                part.time() == null ? null : part.time().toString(),
                part.spans());
    }

    private static List<CalendarAnswer> calendars(PromiseAccount account) {
        return account.counted().stream()
                .<BusinessCalendar>mapMulti((part, next) -> {
                    if (part.calendar() != null) {
                        next.accept(part.calendar());
                    }
                })
                .distinct()
                .sorted(Comparator.comparing(BusinessCalendar::version))
                .map(CalendarAnswer::of)
                .toList();
    }
}
