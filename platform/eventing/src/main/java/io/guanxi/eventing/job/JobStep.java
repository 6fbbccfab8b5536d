package io.guanxi.eventing.job;

import org.jspecify.annotations.Nullable;

/** What came of one step. Progress and result are small; what is large is kept by the job elsewhere. */
public sealed interface JobStep<S> {

    /**
     * There is more to do.
     *
     * @param done pieces of whatever the job counts
     * @param total null if nobody knows yet
     */
    record Further<S>(S progress, long done, @Nullable Long total) implements JobStep<S> {

        public Further {
            if (done < 0 || (total != null && total < done)) {
                throw new IllegalArgumentException("done " + done + " of " + total + " (expected: 0 to the total)");
            }
        }
    }

    /**
     * It is all done.
     *
     * @param result a record that Jackson can write
     * @param done pieces in all
     */
    record Done<S>(Object result, long done) implements JobStep<S> {}

    /**
     * It can never be done. Nothing is tried again.
     *
     * @param code kebab-case, stable
     * @param message English, no personal data
     */
    record Failed<S>(String code, String message) implements JobStep<S> {}
}
