package io.guanxi.web.problem;

import io.guanxi.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/** Around all filters but those of correlation and observation: what none of them answers ends here. */
final class ProblemFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;

    ProblemFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return;
        }
        Problem problem = Problems.of(unwrapped(failure));
        FailureLog.record(request, problem, failure);
        if (problem.status().is5xxServerError()) {
            ServerHttpObservationFilter.findObservationContext(request).ifPresent(seen -> seen.setError(failure));
        }
        writer.write(request, response, problem);
    }

    /** A servlet wraps what its handlers throw; the wrapping itself says nothing, unless it has a status. */
    private static Throwable unwrapped(Exception failure) {
        boolean wrapping = failure instanceof ServletException && !(failure instanceof ErrorResponse);
        Throwable cause = failure.getCause();
        return wrapping && cause != null ? cause : failure;
    }
}
