package io.guanxi.analytics.lifetime.domain;

import java.util.SortedMap;

/**
 * What came of a fit.
 *
 * @param <M> what was fitted
 */
public sealed interface FitResult<M> {

    /**
     * The parameters under which the data are likeliest. Equal data give equal bits, whatever the number of threads.
     *
     * @param logLikelihood natural logarithm, of all customers together
     * @param standardErrors of the parameters, by their letters; from the curvature at the maximum
     * @param iterations of the search
     * @param gradientNorm the largest slope left, of the mean log likelihood of a customer by the logarithm of a parameter
     * @param customers who took part
     * @param repeatBuyers those of them with a repeat purchase
     * @param cells different observations among them
     */
    record Fitted<M>(
            M model,
            double logLikelihood,
            SortedMap<String, Double> standardErrors,
            int iterations,
            double gradientNorm,
            long customers,
            long repeatBuyers,
            int cells)
            implements FitResult<M> {}

    /**
     * The data do not tell the parameters.
     *
     * @param detail a sentence for the one who asked
     * @param actual the number that it failed for
     * @param required what that number should have been
     */
    record NotFitted<M>(Why why, String detail, double actual, double required) implements FitResult<M> {}

    /** Why there is no model. */
    enum Why {
        NO_DATA("no-data"),
        TOO_FEW_REPEAT_BUYERS("too-few-repeat-buyers"),
        /** The likelihood has no maximum, or none was found: the customers are too much alike, or too young. */
        DID_NOT_CONVERGE("did-not-converge"),
        /** Amounts differ so much that customers have no mean. */
        NO_MEAN_SPEND("no-mean-spend");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        /** As it is published. */
        public String code() {
            return code;
        }
    }
}
