package io.guanxi.web.problem;

import io.guanxi.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what controllers and functional endpoints throw, after a service's own exception handlers. */
final class ProblemResolver implements HandlerExceptionResolver {

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
            // The security filters know how to answer these.
            return null;
        }
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            answer(request, response, failure);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        Problem problem = Problems.of(failure);
        FailureLog.record(request, problem, failure);
        if (problem.status().is5xxServerError()) {
            ServerHttpObservationFilter.findObservationContext(request).ifPresent(seen -> seen.setError(failure));
        }
        try {
            writer.write(request, response, problem);
        } catch (IOException e) {
            throw new UncheckedIOException("the problem could not be sent", e);
        }
    }
}
