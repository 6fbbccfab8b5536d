package io.guanxi.web.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FindingARequestInATraceTest {

    private final ServerRequestObservationConvention convention =
            new CorrelationAutoConfiguration().spansNameTheCorrelationId();

    @Test
    void aSpanNamesTheCorrelationId() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/me");
        request.setAttribute(CorrelationFilter.ATTRIBUTE, "c-1");
        assertThat(convention.getHighCardinalityKeyValues(context(request)))
                .contains(KeyValue.of("correlationId", "c-1"));
    }

    @Test
    void aMetricDoesNot() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/me");
        request.setAttribute(CorrelationFilter.ATTRIBUTE, "c-1");
        assertThat(convention.getLowCardinalityKeyValues(context(request)))
                .noneSatisfy(tag -> assertThat(tag.getValue()).isEqualTo("c-1"));
    }

    private static ServerRequestObservationContext context(MockHttpServletRequest request) {
        return new ServerRequestObservationContext(request, new MockHttpServletResponse());
    }
}
