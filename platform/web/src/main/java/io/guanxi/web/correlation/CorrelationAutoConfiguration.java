package io.guanxi.web.correlation;

import io.guanxi.web.CorrelationId;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** Puts the correlation id into answers, logs and the request's span. */
@AutoConfiguration(before = WebMvcObservationAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CorrelationAutoConfiguration {

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        FilterRegistrationBean<CorrelationFilter> filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    @ConditionalOnMissingBean(ServerRequestObservationConvention.class)
    ServerRequestObservationConvention spansNameTheCorrelationId() {
        return new DefaultServerRequestObservationConvention() {
            @Override
            public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
                KeyValues usual = super.getHighCardinalityKeyValues(context);
                Object id = context.getCarrier() == null
                        ? null
                        : context.getCarrier().getAttribute(CorrelationFilter.ATTRIBUTE);
                return id == null ? usual : usual.and(KeyValue.of(CorrelationId.LOG_KEY, id.toString()));
            }
        };
    }
}
