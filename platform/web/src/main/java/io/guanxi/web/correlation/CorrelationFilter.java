package io.guanxi.web.correlation;

import io.guanxi.web.CorrelationId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first filter of all: gives the request its id and every answer the header, refusals of later filters included. */
final class CorrelationFilter extends OncePerRequestFilter {

    static final String ATTRIBUTE = CorrelationFilter.class.getName();

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        String before = MDC.get(CorrelationId.LOG_KEY);
        request.setAttribute(ATTRIBUTE, id);
        MDC.put(CorrelationId.LOG_KEY, id);
        try {
            chain.doFilter(new CorrelatedRequest(request, id), new CorrelatedResponse(response, id));
        } finally {
            restore(before);
        }
    }

    private static String idOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known
                ? known
                : CorrelationId.acceptedOrNew(request.getHeader(CorrelationId.HEADER));
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(CorrelationId.LOG_KEY);
        } else {
            MDC.put(CorrelationId.LOG_KEY, before);
        }
    }
}
