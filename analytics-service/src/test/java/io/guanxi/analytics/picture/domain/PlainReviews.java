package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.Observation;
import io.guanxi.analytics.lifetime.domain.SpendSample;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The same reviews as the definition says it, day after day from the whole history, without any shortcut. */
final class PlainReviews {

    private final CustomerHistory history;
    private final InForceHistory versions;

    private @Nullable Grade grade;
    private @Nullable Lapse lapse;
    private final List<String> grades = new ArrayList<>();
    private final List<String> lapses = new ArrayList<>();
    private final List<String> stays = new ArrayList<>();
    private final TreeSet<String> segments = new TreeSet<>();

    PlainReviews(CustomerHistory history, InForceHistory versions) {
        this.history = history;
        this.versions = versions;
    }

    /** What was found, in words that can be compared. */
    record Found(List<String> grades, List<String> lapses, List<String> stays) {

        static Found of(Standing standing) {
            List<String> stays = new ArrayList<>();
            for (Membership stay : standing.memberships()) {
                stays.add("%s in %s".formatted(stay.entered(), stay.segment()));
                if (stay.left() != null) {
                    stays.add("%s out %s".formatted(stay.left(), stay.segment()));
                }
            }
            List<String> lapses = new ArrayList<>();
            for (Lapse lapse : standing.lapses()) {
                lapses.add("%s began %s".formatted(lapse.began(), lapse.cause()));
                if (lapse.ended() != null) {
                    lapses.add("%s ended %s".formatted(lapse.ended(), lapse.endCause()));
                }
            }
            return new Found(
                    standing.grades().stream()
                            .map(change -> "%s %s %s of %s"
                                    .formatted(change.day(), change.to(), change.value(), change.ruleVersion()))
                            .toList(),
                    lapses,
                    stays.stream().sorted().toList());
        }
    }

    Found upTo(LocalDate to) {
        List<Flow> flows = history.purchases().flows();
        LocalDate day = flows.isEmpty() ? to.plusDays(1) : flows.getFirst().effective();
        for (; !day.isAfter(to); day = day.plusDays(1)) {
            if (isReviewed(day)) {
                review(day);
            }
        }
        return new Found(grades, lapses, stays.stream().sorted().toList());
    }

    private boolean isReviewed(LocalDate day) {
        List<LocalDate> news = new ArrayList<>(versions.changes(day.minusDays(1), day));
        history.purchases().flows().forEach(flow -> news.add(flow.effective()));
        history.tiers().days().forEach(news::add);
        history.stages().days().forEach(news::add);
        news.addAll(history.referrals().values());
        return day.getDayOfWeek() == DayOfWeek.MONDAY || news.contains(day);
    }

    private void review(LocalDate day) {
        InForce inForce = versions.on(day);
        CustomerPicture seen = picture(day, inForce);
        judge(seen, inForce);
        seeWhetherLapsed(seen, inForce);
        stay(picture(day, inForce), inForce);
    }

    private void judge(CustomerPicture seen, InForce inForce) {
        PyramidRule rule = inForce.judging();
        Worth worth = seen.worth();
        if (rule == null || worth == null || (grade == null && seen.rfm() == null)) {
            return;
        }
        Grade present = grade;
        Grade found = rule.grade(present, worth.value(), it -> worth.potential().compareTo(it) >= 0);
        if (found != present) {
            grades.add("%s %s %s of %s".formatted(seen.day(), found, worth.value(), rule.version()));
            grade = found;
        }
    }

    private void seeWhetherLapsed(CustomerPicture seen, InForce inForce) {
        if (seen.rfm() == null) {
            return;
        }
        boolean gone = gone(seen.rfm(), seen.pAlive(), inForce);
        LocalDate last = seen.rfm().last();
        if (lapse == null && gone && last.isBefore(seen.day())) {
            String cause = seen.pAlive() == null ? Lapse.SILENT : Lapse.BELOW_LIMIT;
            lapse = new Lapse(seen.day(), null, cause, last, BigDecimal.ONE, 0, 0, null, null);
            lapses.add("%s began %s".formatted(seen.day(), cause));
        } else if (lapse != null && last.isAfter(lapse.lastOrder())) {
            lapse = null;
            lapses.add("%s ended %s".formatted(seen.day(), Lapse.ORDER));
        } else if (lapse != null && !gone) {
            lapse = null;
            lapses.add("%s ended %s".formatted(seen.day(), Lapse.JUDGED_ANEW));
        }
    }

    private static boolean gone(Rfm rfm, @Nullable Double pAlive, InForce inForce) {
        if (pAlive != null) {
            return pAlive < inForce.lapseBelow().doubleValue();
        }
        Double interval = rfm.meanInterval();
        double limit = interval == null ? inForce.windowDays() : 3 * interval;
        return rfm.recency() > Math.max(90, limit);
    }

    private void stay(CustomerPicture seen, InForce inForce) {
        TreeSet<String> now = new TreeSet<>();
        for (SegmentDefinition segment : inForce.segments()) {
            if (seen.rfm() != null && segment.matches(seen)) {
                now.add(segment.name());
            }
        }
        segments.stream()
                .filter(one -> !now.contains(one))
                .forEach(one -> stays.add("%s out %s".formatted(seen.day(), one)));
        now.stream()
                .filter(one -> !segments.contains(one))
                .forEach(one -> stays.add("%s in %s".formatted(seen.day(), one)));
        segments.clear();
        segments.addAll(now);
    }

    CustomerPicture picture(LocalDate day, InForce inForce) {
        Purchases purchases = new Purchases(history.purchases().asOf(day).days().stream()
                .filter(one -> !one.day().isAfter(day))
                .toList());
        Conversion comparison = inForce.comparison();
        Rfm rfm = purchases.isEmpty() ? null : rfm(purchases, day, comparison);
        Scores scores = rfm == null ? null : scores(rfm, purchases, inForce);
        Lifetime lifetime = purchases.isEmpty() ? null : lifetime(purchases, day, inForce);
        LocalDate windowBegins = day.minusDays(inForce.windowDays());
        BigDecimal value = comparison == null ? null : comparison.net(purchases.sumsAfter(windowBegins));
        long referrals = history.referrals(windowBegins, day);
        return new CustomerPicture(
                day,
                comparison == null ? null : comparison.currency(),
                rfm,
                scores,
                scores == null ? null : RfmGroup.of(scores),
                lifetime,
                value,
                value == null ? null : worth(value, referrals, lifetime, inForce),
                grade,
                rfm == null ? null : risk(purchases, day, lifetime, rfm, inForce),
                rfm == null || inForce.clusters() == null ? null : cluster(rfm, purchases, inForce),
                lapse,
                new TreeSet<>(),
                history.tiers().asOf(day),
                history.stages().asOf(day),
                referrals);
    }

    private static Rfm rfm(Purchases purchases, LocalDate day, @Nullable Conversion comparison) {
        long units = 0;
        long returned = 0;
        for (Purchases.Day one : purchases.days()) {
            units += one.units();
            returned += one.returnedUnits();
        }
        int days = purchases.days().size();
        BigDecimal net = comparison == null ? null : comparison.net(purchases.sums());
        return new Rfm(
                purchases.first(),
                purchases.last(),
                ChronoUnit.DAYS.between(purchases.last(), day),
                ChronoUnit.DAYS.between(purchases.first(), day),
                purchases.orders(),
                days,
                units,
                net,
                net == null ? null : net.divide(BigDecimal.valueOf(purchases.orders()), 4, RoundingMode.HALF_EVEN),
                days == 1 ? null : (double) ChronoUnit.DAYS.between(purchases.first(), purchases.last()) / (days - 1),
                returned == 0 ? 0 : (double) returned / (units + returned));
    }

    private static @Nullable Scores scores(Rfm rfm, Purchases purchases, InForce inForce) {
        Boundaries boundaries = inForce.boundaries();
        if (boundaries == null) {
            return null;
        }
        return new Measures(
                        ChronoUnit.DAYS.between(rfm.last(), boundaries.measuredAt()),
                        rfm.frequency(),
                        net(purchases, boundaries.currency(), inForce))
                .scores(boundaries, inForce.boundariesVersion());
    }

    private static BigDecimal net(Purchases purchases, @Nullable String currency, InForce inForce) {
        if (currency == null) {
            return Amounts.ZERO;
        }
        Conversion comparison = inForce.comparison();
        return comparison != null && comparison.currency().equals(currency)
                ? comparison.net(purchases.sums())
                : purchases.sums().net(currency);
    }

    private static @Nullable Lifetime lifetime(Purchases purchases, LocalDate day, InForce inForce) {
        LifetimeModel model = inForce.lifetime();
        if (model == null) {
            return null;
        }
        Observation seen = Observation.of(purchases, day).orElseThrow();
        double weeks = inForce.horizonDays() / 7.0;
        double orders = model.orders().expectedOrders(weeks, seen);
        Conversion comparison = inForce.comparison();
        boolean spends = model.spend() != null
                && comparison != null
                && comparison.currency().equals(model.currency());
        double each = spends ? model.spend().expectedSpend(SpendSample.of(purchases, day, comparison)) : 0;
        return new Lifetime(
                model.version(),
                model.orders().pAlive(seen),
                inForce.horizonDays(),
                orders,
                spends ? Money.of(each) : null,
                spends ? Money.of(orders * each) : null,
                spends ? Money.of(model.discountedOrders(weeks, seen) * each) : null);
    }

    private static Worth worth(BigDecimal value, long referrals, @Nullable Lifetime lifetime, InForce inForce) {
        PyramidRule rule = inForce.judging();
        BigDecimal referred =
                rule == null ? Amounts.ZERO : rule.referralWorth().multiply(BigDecimal.valueOf(referrals));
        BigDecimal expected = lifetime == null ? null : lifetime.discountedValue();
        return new Worth(value, referrals, referred, (expected == null ? Amounts.ZERO : expected).add(referred));
    }

    private static Risk risk(
            Purchases purchases, LocalDate day, @Nullable Lifetime lifetime, Rfm rfm, InForce inForce) {
        Double left = lifetime == null ? null : 1 - lifetime.pAlive();
        if (inForce.risk() != null) {
            double nothing = inForce.risk().risk(purchases, day).orElseThrow();
            return new Risk(
                    RiskBand.of(nothing),
                    nothing,
                    Risk.RISK_MODEL,
                    90,
                    inForce.risk().version(),
                    left,
                    nothing);
        }
        if (left != null) {
            return new Risk(RiskBand.of(left), left, Risk.LIFETIME_MODEL, null, lifetime.modelVersion(), left, null);
        }
        Double interval = rfm.meanInterval();
        double limit = Math.max(90, interval == null ? inForce.windowDays() : 3 * interval);
        double silence = Math.min(1, rfm.recency() / limit);
        return new Risk(RiskBand.of(silence), silence, Risk.SILENCE, null, 0, null, null);
    }

    private static int cluster(Rfm rfm, Purchases purchases, InForce inForce) {
        return inForce.clusters()
                .nearest(
                        rfm.recency(),
                        rfm.frequency(),
                        net(purchases, inForce.clusters().currency(), inForce).doubleValue());
    }
}
