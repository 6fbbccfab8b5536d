package io.guanxi.web.correlation;

import io.guanxi.web.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that has its correlation id as a header, sent or not, so that whoever passes the request on passes it too. */
final class CorrelatedRequest extends HttpServletRequestWrapper {

    private final String id;

    CorrelatedRequest(HttpServletRequest request, String id) {
        super(request);
        this.id = id;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return CorrelationId.HEADER.equalsIgnoreCase(name) ? id : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return CorrelationId.HEADER.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(id))
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
        names.removeIf(CorrelationId.HEADER::equalsIgnoreCase);
        names.add(CorrelationId.HEADER);
        return Collections.enumeration(names);
    }
}
