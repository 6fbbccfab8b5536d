package io.guanxi.web.security;

import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.CorrelationId;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.IdempotentId;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link Caller}, {@link Origin} and {@link IdempotentId} to controllers. */
final class CallerArguments implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument<>(Caller.class, (caller, request) -> caller));
        resolvers.add(new Argument<>(Origin.class, CallerArguments::origin));
        resolvers.add(new Argument<>(IdempotentId.class, CallerArguments::idempotentId));
    }

    private static Origin origin(Caller caller, NativeWebRequest request) {
        return new Origin(
                caller.tenant(), CorrelationId.acceptedOrNew(CorrelationId.current()), null, caller.subject());
    }

    private static IdempotentId idempotentId(Caller caller, NativeWebRequest request) {
        String key = request.getHeader(IdempotencyKey.HEADER);
        return key == null
                ? IdempotentId.random()
                : IdempotentId.derived(
                        caller.tenant(), IdempotencyKey.parse(key).value());
    }

    private record Argument<T>(Class<T> type, BiFunction<Caller, NativeWebRequest, T> value)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Caller caller = Callers.current()
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("no token was sent"));
            return value.apply(caller, request);
        }
    }
}
