package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.churn.domain.RiskFormula.Contribution;
import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Risk;
import io.guanxi.analytics.picture.domain.RiskBand;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a risk is as high as it is, when it would be higher, and what an order would make of it. */
final class ExplainingRisk {

    private static final int MOST_REASONS = 3;

    private ExplainingRisk() {}

    static @Nullable Explanation explain(Subject subject) {
        Risk risk = subject.picture().risk();
        Rfm rfm = subject.picture().rfm();
        if (risk == null || rfm == null) {
            return null;
        }
        List<Contribution> contributions = contributions(subject);
        List<Change> changes = new ArrayList<>();
        subject.outlook()
                .higherRisk(risk.band())
                .map(day -> new Change(Change.NO_ORDER, day, null, null, higher(risk.band())))
                .ifPresent(changes::add);
        subject.afterUsualOrder(
                        after -> after.risk() == null
                                ? null
                                : after.risk().band().code(),
                        risk.band().code())
                .ifPresent(changes::add);
        return new Explanation(
                risk.band().code(),
                Language.names(risk.band().english(), risk.band().chinese()),
                facts(subject, risk, rfm, contributions),
                changes,
                Language.inEach(language -> sentences(language, risk, rfm, contributions, changes)));
    }

    private static String higher(RiskBand band) {
        return band == RiskBand.LOW ? RiskBand.MEDIUM.code() : RiskBand.HIGH.code();
    }

    private static List<Contribution> contributions(Subject subject) {
        RiskModel model = subject.inForce().risk();
        return model == null
                ? List.of()
                : model.explain(
                                subject.history()
                                        .purchases()
                                        .asOf(subject.picture().day()),
                                subject.picture().day())
                        .map(RiskModel.Explanation::contributions)
                        .orElse(List.of());
    }

    private static List<Fact> facts(Subject subject, Risk risk, Rfm rfm, List<Contribution> contributions) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("probability", Numbers.share(risk.probability()), "share"),
                new Fact("basis", risk.basis(), ""),
                new Fact("medium-from", Numbers.share(RiskBand.MEDIUM_FROM), "share"),
                new Fact("high-from", Numbers.share(RiskBand.HIGH_FROM), "share"),
                new Fact("last-order", rfm.last().toString(), "day"),
                new Fact("silence", Long.toString(rfm.recency()), "days")));
        Double left = risk.left();
        if (left != null) {
            facts.add(new Fact("probability-of-having-left", Numbers.share(left), "share"));
        }
        Integer horizon = risk.horizonDays();
        if (horizon != null) {
            facts.add(new Fact("horizon", horizon.toString(), "days"));
            facts.add(new Fact("risk-model-version", Integer.toString(risk.modelVersion()), "version"));
        }
        Lifetime lifetime = subject.picture().lifetime();
        if (lifetime != null) {
            facts.add(new Fact("model-version", Integer.toString(lifetime.modelVersion()), "version"));
        }
        contributions.forEach(one -> facts.add(
                new Fact(one.feature().code(), Numbers.decimal(one.value()), one.logOdds() > 0 ? "raises" : "lowers")));
        return facts;
    }

    private static String sentences(
            Language language, Risk risk, Rfm rfm, List<Contribution> contributions, List<Change> changes) {
        List<String> sentences = new ArrayList<>();
        sentences.add(language.say(
                "risk." + risk.basis(),
                "band",
                name(language, risk.band().code()),
                "probability",
                Numbers.percent(risk.probability()),
                "days",
                risk.horizonDays() == null ? "" : risk.horizonDays(),
                "silence",
                rfm.recency(),
                "last",
                rfm.last(),
                "version",
                risk.modelVersion()));
        contributions.stream()
                .limit(MOST_REASONS)
                .forEach(one -> sentences.add(language.say(
                        one.logOdds() > 0 ? "risk.raises" : "risk.lowers",
                        "feature",
                        language.isChinese()
                                ? one.feature().chinese()
                                : one.feature().english(),
                        "value",
                        Numbers.decimal(one.value()),
                        "usual",
                        Numbers.decimal(one.usual()))));
        changes.forEach(change -> sentences.add(language.say(
                "risk." + change.cause(),
                "day",
                change.day(),
                "amount",
                change.amount() + " " + change.currency(),
                "band",
                name(language, change.to()))));
        return String.join(language.space(), sentences);
    }

    private static String name(Language language, String band) {
        return language.say("band." + band);
    }
}
