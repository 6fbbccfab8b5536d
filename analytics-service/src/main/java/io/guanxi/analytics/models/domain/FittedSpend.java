package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.lifetime.domain.FitResult;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import java.util.List;
import java.util.Map;

/**
 * A model of what a purchase brings, and how well it is known.
 *
 * @param currency of the amounts
 * @param parameters p, q and gamma
 * @param standardErrors of those parameters for which the likelihood gives one
 * @param logLikelihood the greatest that was found
 * @param iterations of the search
 * @param converged whether it came to rest
 * @param gradientNorm how steep the likelihood still is there
 * @param customers it was fitted to
 */
public record FittedSpend(
        String currency,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        double logLikelihood,
        int iterations,
        boolean converged,
        double gradientNorm,
        long customers) {

    /** @throws IllegalArgumentException if a parameter is missing or impossible */
    public FittedSpend {
        parameters = Named.sorted(parameters);
        standardErrors = Named.sorted(standardErrors);
        model(parameters);
    }

    /** A maximum that was found: the search came to rest. */
    public static FittedSpend of(String currency, FitResult.Fitted<SpendModel> fitted) {
        return new FittedSpend(
                currency,
                fitted.model().parameters(),
                fitted.standardErrors(),
                fitted.logLikelihood(),
                fitted.iterations(),
                true,
                fitted.gradientNorm(),
                fitted.customers());
    }

    public SpendModel model() {
        return model(parameters);
    }

    private static SpendModel model(Map<String, Double> parameters) {
        List<Double> three = List.of("p", "q", "gamma").stream()
                .map(letter -> parameters.getOrDefault(letter, Double.NaN))
                .toList();
        return new SpendModel(three.get(0), three.get(1), three.get(2));
    }
}
