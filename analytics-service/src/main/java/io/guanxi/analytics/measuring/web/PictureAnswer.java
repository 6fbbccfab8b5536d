package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Risk;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.domain.Worth;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a customer's purchases by the versions that held on the day.
 *
 * @param currency of all amounts; absent if nothing says in which to compare
 * @param group by the three scores
 * @param lapses all episodes up to the day
 * @param grades all changes up to the day
 * @param segments that the customer is in
 * @param stays in segments up to the day, over or not
 * @param versions of what it was judged by, by name; those that there were none of are absent
 */
record PictureAnswer(
        @Nullable String currency,
        @Nullable Behaviour behaviour,
        @Nullable String group,
        @Nullable LifetimeAnswer lifetime,
        @Nullable String currentValue,
        @Nullable String potential,
        @Nullable String grade,
        List<GradeStep> grades,
        @Nullable RiskAnswer risk,
        @Nullable Integer cluster,
        List<Episode> lapses,
        Set<String> segments,
        List<Stay> stays,
        @Nullable String tier,
        @Nullable String stage,
        long referrals,
        Map<String, Integer> versions) {

    /** What was bought, as it is measured; days count back from the day that is asked for. */
    record Behaviour(
            LocalDate firstOrderDay,
            LocalDate lastOrderDay,
            long recencyDays,
            long ageDays,
            long orders,
            int purchaseDays,
            @Nullable String averageOrder,
            @Nullable Double meanIntervalDays,
            double returnedShare) {}

    record LifetimeAnswer(
            double pAlive,
            int horizonDays,
            double expectedOrders,
            @Nullable String expectedSpend,
            @Nullable String expectedValue,
            @Nullable String discountedValue,
            @Nullable String referralValue) {}

    record GradeStep(
            LocalDate day,
            @Nullable String from,
            String to,
            String value,
            String potential,
            int ruleVersion,
            int modelVersion,
            List<String> reasons) {}

    record RiskAnswer(
            String band,
            double probability,
            String basis,
            @Nullable Integer horizonDays) {}

    record Episode(
            LocalDate began,
            String cause,
            @Nullable Double pAlive,
            LocalDate lastOrderDay,
            @Nullable LocalDate ended,
            @Nullable String endCause) {}

    record Stay(
            String segment,
            int version,
            LocalDate entered,
            @Nullable LocalDate left) {}

    static PictureAnswer of(CustomerPicture picture, Standing standing, InForce inForce) {
        Worth worth = picture.worth();
        return new PictureAnswer(
                picture.currency(),
                behaviour(picture.rfm()),
                picture.group() == null ? null : picture.group().code(),
                lifetime(picture.lifetime(), worth),
                text(picture.currentValue()),
                worth == null ? null : text(worth.potential()),
                picture.grade() == null ? null : picture.grade().code(),
                standing.grades().stream().map(PictureAnswer::step).toList(),
                risk(picture.risk()),
                picture.cluster(),
                standing.lapses().stream().map(PictureAnswer::episode).toList(),
                picture.segments(),
                standing.memberships().stream().map(PictureAnswer::stay).toList(),
                picture.tier(),
                picture.stage(),
                picture.referrals(),
                versions(inForce));
    }

    private static @Nullable Behaviour behaviour(@Nullable Rfm rfm) {
        return rfm == null
                ? null
                : new Behaviour(
                        rfm.first(),
                        rfm.last(),
                        rfm.recency(),
                        rfm.age(),
                        rfm.frequency(),
                        rfm.purchaseDays(),
                        text(rfm.averageOrder()),
                        rfm.meanInterval(),
                        rfm.returnedShare());
    }

    private static @Nullable LifetimeAnswer lifetime(@Nullable Lifetime lifetime, @Nullable Worth worth) {
        return lifetime == null
                ? null
                : new LifetimeAnswer(
                        lifetime.pAlive(),
                        lifetime.horizonDays(),
                        lifetime.expectedOrders(),
                        text(lifetime.expectedSpend()),
                        text(lifetime.expectedValue()),
                        text(lifetime.discountedValue()),
                        worth == null ? null : text(worth.referralValue()));
    }

    private static @Nullable RiskAnswer risk(@Nullable Risk risk) {
        return risk == null
                ? null
                : new RiskAnswer(risk.band().code(), risk.probability(), risk.basis(), risk.horizonDays());
    }

    private static GradeStep step(GradeChange change) {
        return new GradeStep(
                change.day(),
                change.from() == null ? null : change.from().code(),
                change.to().code(),
                Amounts.shown(change.value()).toPlainString(),
                Amounts.shown(change.potential()).toPlainString(),
                change.ruleVersion(),
                change.modelVersion(),
                change.reasons());
    }

    private static Episode episode(Lapse lapse) {
        BigDecimal alive = lapse.pAlive();
        return new Episode(
                lapse.began(),
                lapse.cause(),
                alive == null ? null : alive.doubleValue(),
                lapse.lastOrder(),
                lapse.ended(),
                lapse.endCause());
    }

    private static Stay stay(Membership stay) {
        return new Stay(stay.segment(), stay.version(), stay.entered(), stay.left());
    }

    private static Map<String, Integer> versions(InForce inForce) {
        Map<String, Integer> versions = new TreeMap<>();
        if (inForce.boundariesVersion() > 0) {
            versions.put("boundaries", inForce.boundariesVersion());
        }
        if (inForce.lifetime() != null) {
            versions.put("lifetime", inForce.lifetime().version());
        }
        if (inForce.risk() != null) {
            versions.put("risk", inForce.risk().version());
        }
        if (inForce.pyramid() != null) {
            versions.put("pyramid", inForce.pyramid().version());
        }
        if (inForce.clusters() != null) {
            versions.put("clusters", inForce.clusters().version());
        }
        return versions;
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : Amounts.shown(amount).toPlainString();
    }
}
