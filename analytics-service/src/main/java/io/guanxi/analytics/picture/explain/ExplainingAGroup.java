package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.RfmGroup;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Scores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a customer is of a group by recency, frequency and monetary value. */
final class ExplainingAGroup {

    /** The cut point that a value must be better than to be high. */
    private static final int DECIDING_CUT = RfmGroup.HIGH_FROM - 2;

    private ExplainingAGroup() {}

    static @Nullable Explanation explain(Subject subject) {
        CustomerPicture picture = subject.picture();
        Boundaries boundaries = subject.inForce().boundaries();
        RfmGroup group = picture.group();
        Scores scores = picture.scores();
        Rfm rfm = picture.rfm();
        if (boundaries == null || group == null || scores == null || rfm == null) {
            return null;
        }
        Optional<Change> change = subject.afterUsualOrder(
                after -> after.group() == null ? null : after.group().code(), group.code());
        return new Explanation(
                group.code(),
                Language.names(group.english(), group.chinese()),
                facts(scores, boundaries, rfm),
                change.stream().toList(),
                Language.inEach(language -> sentences(language, group, scores, change)));
    }

    private static List<Fact> facts(Scores scores, Boundaries boundaries, Rfm rfm) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("recency-score", Integer.toString(scores.recency()), ""),
                new Fact("frequency-score", Integer.toString(scores.frequency()), ""),
                new Fact("monetary-score", Integer.toString(scores.monetary()), ""),
                new Fact("high-from-score", Integer.toString(RfmGroup.HIGH_FROM), ""),
                new Fact("last-order", rfm.last().toString(), "day"),
                new Fact(
                        "recent-from",
                        boundaries
                                .measuredAt()
                                .minusDays(boundaries.recency().get(DECIDING_CUT) - 1)
                                .toString(),
                        "day"),
                new Fact("orders", Long.toString(rfm.frequency()), "orders"),
                new Fact(
                        "more-orders-than",
                        boundaries.frequency().get(DECIDING_CUT).toString(),
                        "orders")));
        BigDecimal net = rfm.netRevenue();
        if (net != null && boundaries.currency() != null) {
            facts.add(new Fact("net-revenue", Numbers.money(net), boundaries.currency()));
            facts.add(new Fact(
                    "more-revenue-than",
                    Numbers.money(boundaries.monetary().get(DECIDING_CUT)),
                    boundaries.currency()));
        }
        facts.add(new Fact("boundaries-version", Integer.toString(scores.boundariesVersion()), "version"));
        facts.add(new Fact("measured-at", boundaries.measuredAt().toString(), "day"));
        return facts;
    }

    private static String sentences(Language language, RfmGroup group, Scores scores, Optional<Change> change) {
        String why = language.say(
                "group",
                "name",
                language.isChinese() ? group.chinese() : group.english(),
                "recency",
                scores.recency(),
                "frequency",
                scores.frequency(),
                "monetary",
                scores.monetary(),
                "high",
                RfmGroup.HIGH_FROM,
                "version",
                scores.boundariesVersion());
        return change.map(it -> why
                        + language.space()
                        + language.say(
                                "group.order",
                                "day",
                                it.day(),
                                "amount",
                                it.amount() + " " + it.currency(),
                                "name",
                                RfmGroup.named(it.to())
                                        .map(to -> language.isChinese() ? to.chinese() : to.english())
                                        .orElseThrow()))
                .orElse(why);
    }
}
