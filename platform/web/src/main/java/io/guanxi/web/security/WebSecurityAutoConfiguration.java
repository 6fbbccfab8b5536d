package io.guanxi.web.security;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import io.guanxi.web.WebProperties;
import io.guanxi.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The one filter chain of a service: no session, no cookie, a bearer token for everything but health. */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebSecurityAutoConfiguration {

    /** Directly after the security filters, and before any other that wants to know the caller. */
    static final int CALLER_LOG_ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 5;

    @Bean
    OAuth2TokenValidator<Jwt> callerValidator() {
        return Callers::validate;
    }

    @Bean
    @Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
    SecurityFilterChain guanxiSecurity(
            HttpSecurity http,
            ObjectProvider<AccessRules> accessRules,
            WebProperties properties,
            SecurityProblems problems) {
        List<AccessRule> rules = accessRules
                .orderedStream()
                .flatMap(some -> some.rules().stream())
                .toList();
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(Callers::authorities);
        return http.authorizeHttpRequests(requests -> allow(requests, rules))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing is authenticated by a cookie, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> harden(headers, properties))
                .build();
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
        return new SecurityProblems(writer);
    }

    @Bean
    RequestRejectedHandler rejectedRequests(SecurityProblems problems) {
        return problems::rejected;
    }

    @Bean
    FilterRegistrationBean<CallerLogFilter> callerLogFilter() {
        FilterRegistrationBean<CallerLogFilter> filter = new FilterRegistrationBean<>(new CallerLogFilter());
        filter.setOrder(CALLER_LOG_ORDER);
        return filter;
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new CallerArguments();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            List<AccessRule> rules) {
        // An error page is made for a request that has been judged already, or that no token could make better.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        requests.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
        requests.requestMatchers("/actuator/**", "/api/operations/**").hasAnyRole(names(Set.of(Role.OPERATOR)));
        requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authenticated();
        for (AccessRule rule : rules) {
            requests.requestMatchers(rule.method(), rule.pattern()).hasAnyRole(names(rule.roles()));
        }
        requests.anyRequest().hasRole(Role.ADMIN.name());
    }

    private static String[] names(Set<Role> roles) {
        EnumSet<Role> all = EnumSet.copyOf(roles);
        all.add(Role.ADMIN);
        return all.stream().map(Role::name).toArray(String[]::new);
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, WebProperties properties) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(properties.contentSecurityPolicy()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults());
    }
}
