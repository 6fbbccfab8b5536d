package io.guanxi.web.correlation;

import io.guanxi.web.CorrelationId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer that names its correlation id once, also where it is passed on from another service that named it too. */
final class CorrelatedResponse extends HttpServletResponseWrapper {

    CorrelatedResponse(HttpServletResponse response, String id) {
        super(response);
        response.setHeader(CorrelationId.HEADER, id);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!CorrelationId.HEADER.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!CorrelationId.HEADER.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }
}
