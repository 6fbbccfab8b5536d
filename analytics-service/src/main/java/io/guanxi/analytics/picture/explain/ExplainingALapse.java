package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a customer has lapsed, or on which day it would come to it. */
final class ExplainingALapse {

    private static final String LAPSED = "lapsed";
    private static final String ACTIVE = "active";

    private ExplainingALapse() {}

    static @Nullable Explanation explain(Subject subject) {
        Rfm rfm = subject.picture().rfm();
        if (rfm == null) {
            return null;
        }
        Lapse lapse = subject.picture().lapse();
        Optional<Lapse> next = lapse == null ? subject.outlook().nextLapse() : Optional.empty();
        Change change = lapse != null
                ? new Change(Change.ORDER, subject.outlook().nextDay(), null, null, ACTIVE)
                : next.map(it -> new Change(Change.NO_ORDER, it.began(), null, null, LAPSED))
                        .orElse(null);
        String code = lapse == null ? ACTIVE : LAPSED;
        return new Explanation(
                code,
                Language.inEach(language -> language.say("lapse.name." + code)),
                facts(subject, lapse == null ? next.orElse(null) : lapse, rfm),
                change == null ? List.of() : List.of(change),
                Language.inEach(language -> sentences(language, lapse, next, rfm)));
    }

    /** @param lapse that lasts, or that would begin */
    private static List<Fact> facts(Subject subject, @Nullable Lapse lapse, Rfm rfm) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("last-order", rfm.last().toString(), "day"),
                new Fact("silence", Long.toString(rfm.recency()), "days")));
        Lifetime lifetime = subject.picture().lifetime();
        if (lifetime != null) {
            facts.add(new Fact("p-alive", Numbers.share(lifetime.pAlive()), "share"));
            facts.add(new Fact("model-version", Integer.toString(lifetime.modelVersion()), "version"));
        }
        if (lapse != null) {
            boolean silent = lapse.cause().equals(Lapse.SILENT);
            facts.add(new Fact("cause", lapse.cause(), ""));
            facts.add(new Fact("limit", Numbers.decimal(lapse.limit()), silent ? "days" : "share"));
            if (lapse.began().isAfter(subject.picture().day())) {
                facts.add(new Fact("would-begin", lapse.began().toString(), "day"));
            } else {
                facts.add(new Fact("began", lapse.began().toString(), "day"));
            }
        }
        PyramidRule rule = subject.inForce().pyramid();
        if (rule != null) {
            facts.add(new Fact("rule-version", Integer.toString(rule.version()), "version"));
        }
        return facts;
    }

    private static String sentences(Language language, @Nullable Lapse lapse, Optional<Lapse> next, Rfm rfm) {
        if (lapse == null) {
            return next.map(it -> language.say("lapse.active." + it.cause(), gaps(it, rfm)))
                    .orElseGet(() -> language.say("lapse.never", "last", rfm.last()));
        }
        return language.say("lapse.lapsed." + lapse.cause(), gaps(lapse, rfm))
                + language.space()
                + language.say("lapse.order");
    }

    private static Object[] gaps(Lapse lapse, Rfm rfm) {
        return new Object[] {
            "began",
            lapse.began(),
            "last",
            rfm.last(),
            "alive",
            lapse.pAlive() == null ? "" : Numbers.percent(lapse.pAlive().doubleValue()),
            "limit",
            lapse.pAlive() == null
                    ? Numbers.decimal(lapse.limit())
                    : Numbers.percent(lapse.limit().doubleValue())
        };
    }
}
