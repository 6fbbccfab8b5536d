package io.guanxi.analytics.models.web;

import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Changes are of what the caller has seen. */
final class Seen {

    private Seen() {}

    /**
     * @param present 0 if there is nothing that could have been seen; then no header is needed
     * @throws RequestRefused with status 428 if the caller does not say what it has seen, 412 if that is not the
     *     present one
     */
    static void check(@Nullable String ifMatch, int present) {
        if (ifMatch == null && present > 0) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "If-Match must name the ETag of what is to be changed, so that nobody's work is lost."));
        }
        Versions.check(ifMatch, present);
    }
}
