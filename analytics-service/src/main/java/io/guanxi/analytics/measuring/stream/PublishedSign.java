package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.Risk;
import org.jspecify.annotations.Nullable;

/**
 * A number for all of a picture that is worth being published when it changes, but for the scores: grade, lapse, segments,
 * cluster, band of risk, and the models behind them. Probabilities and expectations change with every day; they are published
 * along with the rest, and whoever needs them of a certain day asks for it.
 */
final class PublishedSign {

    private PublishedSign() {}

    static int of(CustomerPicture picture, InForce inForce) {
        Lapse lapse = picture.lapse();
        Lifetime lifetime = picture.lifetime();
        Risk risk = picture.risk();
        String text = String.join(
                "|",
                text(picture.grade() == null ? null : picture.grade().code()),
                text(lapse == null ? null : lapse.began()),
                text(picture.segments()),
                text(picture.cluster()),
                text(inForce.clusters() == null ? null : inForce.clusters().version()),
                text(lifetime == null ? null : lifetime.modelVersion()),
                text(risk == null ? null : risk.band().code() + risk.basis() + risk.modelVersion()));
        return text.hashCode();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
