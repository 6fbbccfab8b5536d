package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.lifetime.domain.FitResult;
import io.guanxi.analytics.lifetime.domain.OrderFamily;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import java.util.Map;

/**
 * A model of when customers buy, and how well it is known.
 *
 * @param family code of an {@link OrderFamily}
 * @param parameters by the letters of the literature
 * @param standardErrors of those parameters for which the likelihood gives one
 * @param logLikelihood the greatest that was found
 * @param iterations of the search
 * @param converged whether it came to rest
 * @param gradientNorm how steep the likelihood still is there
 * @param customers it was fitted to
 * @param repeatBuyers those among them with a second day of purchase
 * @param cells the different histories among them
 */
public record FittedOrders(
        String family,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        double logLikelihood,
        int iterations,
        boolean converged,
        double gradientNorm,
        long customers,
        long repeatBuyers,
        long cells) {

    /** @throws IllegalArgumentException if the family is not known or a parameter is missing or not above 0 */
    public FittedOrders {
        parameters = Named.sorted(parameters);
        standardErrors = Named.sorted(standardErrors);
        model(family, parameters);
    }

    /** A maximum that was found: the search came to rest. */
    public static FittedOrders of(FitResult.Fitted<? extends OrderModel> fitted) {
        OrderModel model = fitted.model();
        return new FittedOrders(
                model.family().code(),
                model.parameters(),
                fitted.standardErrors(),
                fitted.logLikelihood(),
                fitted.iterations(),
                true,
                fitted.gradientNorm(),
                fitted.customers(),
                fitted.repeatBuyers(),
                fitted.cells());
    }

    public OrderModel model() {
        return model(family, parameters);
    }

    private static OrderModel model(String family, Map<String, Double> parameters) {
        return OrderFamily.of(family)
                .orElseThrow(
                        () -> new IllegalArgumentException("family: " + family + " (expected: one of OrderFamily)"))
                .model(parameters);
    }
}
