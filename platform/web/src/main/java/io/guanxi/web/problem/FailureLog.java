package io.guanxi.web.problem;

import io.guanxi.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what is the service's own fault in full, what others cause in a line, and what callers cause only when asked, and
 * then without what they sent.
 */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    static void record(HttpServletRequest request, Problem problem, Throwable failure) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        if (problem.code().equals("internal-error")) {
            LOG.error("{} {} failed", method, path, failure);
        } else if (problem.status().is5xxServerError()) {
            LOG.warn("{} {} answered {}: {}", method, path, problem.code(), failure.toString());
        } else {
            LOG.debug(
                    "{} {} answered {} {} for a {}",
                    method,
                    path,
                    problem.code(),
                    problem.errors(),
                    failure.getClass().getName());
        }
    }
}
