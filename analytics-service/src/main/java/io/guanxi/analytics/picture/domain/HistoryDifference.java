package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From which day on two histories differ. */
final class HistoryDifference {

    private HistoryDifference() {}

    static LocalDate first(CustomerHistory one, CustomerHistory other) {
        return Stream.of(
                        flows(one.purchases().flows(), other.purchases().flows()),
                        timelines(one.tiers(), other.tiers()),
                        timelines(one.stages(), other.stages()),
                        referrals(one.referrals(), other.referrals()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    /** Both are sorted by day of effect, so the day of the first ones that are not equal is the one. */
    private static LocalDate flows(List<Flow> one, List<Flow> other) {
        if (one == other) {
            return LocalDate.MAX;
        }
        Iterator<Flow> ones = one.iterator();
        Iterator<Flow> others = other.iterator();
        while (ones.hasNext() && others.hasNext()) {
            Flow a = ones.next();
            Flow b = others.next();
            if (!a.equals(b)) {
                return a.effective().isBefore(b.effective()) ? a.effective() : b.effective();
            }
        }
        if (ones.hasNext()) {
            return ones.next().effective();
        }
        return others.hasNext() ? others.next().effective() : LocalDate.MAX;
    }

    private static LocalDate timelines(Timeline one, Timeline other) {
        return one.equals(other)
                ? LocalDate.MAX
                : Stream.concat(extra(one, other), extra(other, one))
                        .min(Instant::compareTo)
                        .map(moment -> moment.atZone(ZoneOffset.UTC).toLocalDate())
                        .orElse(LocalDate.MAX);
    }

    private static Stream<Instant> extra(Timeline of, Timeline than) {
        return of.values().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(than.values().get(entry.getKey())))
                .map(Map.Entry::getKey);
    }

    private static LocalDate referrals(Map<String, LocalDate> one, Map<String, LocalDate> other) {
        return one.equals(other)
                ? LocalDate.MAX
                : Stream.concat(extra(one, other), extra(other, one))
                        .min(LocalDate::compareTo)
                        .orElse(LocalDate.MAX);
    }

    private static Stream<LocalDate> extra(Map<String, LocalDate> of, Map<String, LocalDate> than) {
        return of.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(than.get(entry.getKey())))
                .map(Map.Entry::getValue);
    }
}
