package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.churn.domain.Behaviour;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import org.jspecify.annotations.Nullable;

/** How likely a customer is lost: by the risk model, else by the lifetime model, else by silence. */
final class Risks {

    private Risks() {}

    /** @param alive the probability of being alive; null without a lifetime model */
    static Risk of(Bought seen, @Nullable Double alive, InForce inForce) {
        Double left = alive == null ? null : 1 - alive;
        RiskModel model = inForce.risk();
        if (model != null) {
            RiskFormula formula = model.formula();
            double nothing = formula.risk(behaviour(seen, formula.conversion()));
            return new Risk(
                    RiskBand.of(nothing),
                    nothing,
                    Risk.RISK_MODEL,
                    formula.horizonDays(),
                    model.version(),
                    left,
                    nothing);
        }
        LifetimeModel orders = inForce.lifetime();
        if (left != null && orders != null) {
            return new Risk(RiskBand.of(left), left, Risk.LIFETIME_MODEL, null, orders.version(), left, null);
        }
        double silence = Silence.risk(seen, inForce);
        return new Risk(RiskBand.of(silence), silence, Risk.SILENCE, null, 0, null, null);
    }

    private static Behaviour behaviour(Bought seen, Conversion conversion) {
        return new Behaviour(
                seen.sinceLast(),
                seen.sinceFirst(),
                seen.days(),
                seen.recentDays(),
                Math.max(0, conversion.net(seen.total()).doubleValue() / seen.days()),
                seen.days() == 1 ? seen.sinceFirst() : seen.meanInterval(),
                seen.returnedShare());
    }
}
