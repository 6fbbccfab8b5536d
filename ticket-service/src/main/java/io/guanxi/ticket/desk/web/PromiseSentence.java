package io.guanxi.ticket.desk.web;

import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.PromiseAccount;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.Stretch;
import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A promise and how it fared, in words for people. */
final class PromiseSentence {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private PromiseSentence() {}

    static String english(PromiseAccount account) {
        Promise promise = account.promise();
        String kind = promise.kind() == PromiseKind.FIRST_RESPONSE ? "A first response" : "A resolution";
        List<String> said = new ArrayList<>();
        said.add("%s was promised within %s of business time (service level %s, calendar %s)."
                .formatted(kind, english(promise.within()), promise.serviceLevel(), calendars(account)));
        said.add("The clock started at %s.".formatted(started(account)));
        if (!account.pauses().isEmpty()) {
            said.add("It was stopped %s; that time does not count."
                    .formatted(times(account.pauses().size())));
        }
        if (account.used() != null) {
            said.add("Counted: %s.".formatted(english(account.used())));
        }
        said.add(
                switch (promise.state()) {
                    case RUNNING -> "It is due at %s.".formatted(due(account));
                    case PAUSED -> "It is paused with %s left.".formatted(english(left(promise)));
                    case MET ->
                        account.keptOnHold()
                                ? "It was kept at %s, while it was paused.".formatted(kept(account))
                                : "It was due at %s and kept at %s.".formatted(due(account), kept(account));
                    case MISSED ->
                        promise.keptAt() == null
                                ? "It was due at %s and is broken.".formatted(due(account))
                                : "It was due at %s and kept too late, at %s.".formatted(due(account), kept(account));
                });
        return String.join(" ", said);
    }

    static String chinese(PromiseAccount account) {
        Promise promise = account.promise();
        String kind = promise.kind() == PromiseKind.FIRST_RESPONSE ? "首次响应" : "解决问题";
        List<String> said = new ArrayList<>();
        said.add("承诺在%s工作时间内%s（服务等级 %s，工作日历 %s）。"
                .formatted(chinese(promise.within()), kind, promise.serviceLevel(), calendars(account)));
        said.add("自 %s 起计时。".formatted(started(account)));
        if (!account.pauses().isEmpty()) {
            said.add("其间暂停 %d 次，暂停时间不计。".formatted(account.pauses().size()));
        }
        if (account.used() != null) {
            said.add("已计%s。".formatted(chinese(account.used())));
        }
        said.add(
                switch (promise.state()) {
                    case RUNNING -> "应于 %s 前完成。".formatted(due(account));
                    case PAUSED -> "现已暂停，剩余%s。".formatted(chinese(left(promise)));
                    case MET ->
                        account.keptOnHold()
                                ? "已于 %s 在暂停期间兑现。".formatted(kept(account))
                                : "应于 %s 前完成，已于 %s 兑现。".formatted(due(account), kept(account));
                    case MISSED ->
                        promise.keptAt() == null
                                ? "应于 %s 前完成，现已违约。".formatted(due(account))
                                : "应于 %s 前完成，迟至 %s 才完成。".formatted(due(account), kept(account));
                });
        return String.join("", said);
    }

    private static String calendars(PromiseAccount account) {
        return String.join(
                ", ",
                account.promise().stretches().stream()
                        .map(Stretch::calendar)
                        .distinct()
                        .toList());
    }

    private static Duration left(Promise promise) {
        return Objects.requireNonNullElse(promise.left(), Duration.ZERO);
    }

    private static String started(PromiseAccount account) {
        return local(account.promise().stretches().getFirst().from(), account);
    }

    private static String due(PromiseAccount account) {
        return local(account.promise().dueAt(), account);
    }

    private static String kept(PromiseAccount account) {
        return local(Objects.requireNonNullElse(account.promise().keptAt(), account.asOf()), account);
    }

    private static String local(Instant instant, PromiseAccount account) {
        BusinessCalendar calendar = account.counted().getLast().calendar();
        ZoneId zone = calendar == null ? ZoneOffset.UTC : calendar.zone();
        return MINUTES.format(instant.atZone(zone)) + " " + zone.getId();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String english(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        int seconds = time.toSecondsPart();
        List<String> parts = new ArrayList<>();
        if (hours > 0) {
            parts.add(hours + " h");
        }
        if (minutes > 0) {
            parts.add(minutes + " min");
        }
        if (seconds > 0 || parts.isEmpty()) {
            parts.add(seconds + " s");
        }
        return String.join(" ", parts);
    }

    private static String chinese(Duration time) {
        return english(time)
                .replace(" h", "小时")
                .replace(" min", "分钟")
                .replace(" s", "秒")
                .replace(" ", "");
    }
}
