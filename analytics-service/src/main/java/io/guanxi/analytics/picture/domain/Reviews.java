package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One customer's reviews, day after day, going on from what was found before. */
final class Reviews {

    private final CustomerHistory history;
    private final InForceHistory versions;
    private final Standing before;
    private final RunningPurchases purchases;
    private final Judgement judgement;
    private final Stays stays;

    Reviews(CustomerHistory history, InForceHistory versions, Standing before) {
        this.history = history;
        this.versions = versions;
        this.before = before;
        this.purchases = new RunningPurchases(history.purchases().flows());
        this.judgement = new Judgement(before);
        this.stays = new Stays(before);
    }

    /** @param to included */
    Standing upTo(LocalDate to) {
        LocalDate reviewed = before.reviewedTo();
        if (reviewed != null && !to.isAfter(reviewed)) {
            return standing(reviewed);
        }
        LocalDate from = from(reviewed);
        if (from != null && from.isBefore(to)) {
            review(from, to);
        }
        return standing(to);
    }

    /** Before the first purchase there is nothing to review. Null if there was none. */
    private @Nullable LocalDate from(@Nullable LocalDate reviewed) {
        List<Flow> flows = history.purchases().flows();
        if (flows.isEmpty()) {
            return null;
        }
        LocalDate unknown = flows.getFirst().effective().minusDays(1);
        return reviewed == null || reviewed.isBefore(unknown) ? unknown : reviewed;
    }

    private void review(LocalDate after, LocalDate to) {
        NavigableSet<LocalDate> news = news(after, to);
        boolean rests = false;
        LocalDate day = next(after, news);
        while (day != null && !day.isAfter(to)) {
            boolean heard = news.contains(day);
            InForce inForce = versions.on(day);
            Reading reading = new Reading(purchases.at(day, inForce), history, day, inForce);
            if (heard || !rests) {
                judgement.review(reading);
                rests = judgement.rests(reading);
            }
            stays.review(judgement.told(reading));
            day = rests && inForce.segments().isEmpty() ? news.higher(day) : next(day, news);
        }
    }

    private static @Nullable LocalDate next(LocalDate day, NavigableSet<LocalDate> news) {
        LocalDate monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate heard = news.higher(day);
        return heard != null && heard.isBefore(monday) ? heard : monday;
    }

    private NavigableSet<LocalDate> news(LocalDate after, LocalDate to) {
        NavigableSet<LocalDate> days = new TreeSet<>(versions.changes(after, to));
        List<Flow> flows = history.purchases().flows();
        for (int i = flows.size() - 1; i >= 0 && flows.get(i).effective().isAfter(after); i--) {
            days.add(flows.get(i).effective());
        }
        history.tiers().days().forEach(days::add);
        history.stages().days().forEach(days::add);
        days.addAll(history.referrals().values());
        return days.subSet(after, false, to, true);
    }

    private Standing standing(LocalDate to) {
        return new Standing(to, versions.generation(), judgement.grades(), judgement.lapses(), stays.all());
    }
}
