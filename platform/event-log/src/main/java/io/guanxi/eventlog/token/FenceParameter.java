package io.guanxi.eventlog.token;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives event handlers the {@link Fence} they ask for. Axon finds it by its entry in {@code META-INF/services}. */
public final class FenceParameter implements ParameterResolverFactory, ParameterResolver<Fence> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Fence.class ? this : null;
    }

    @Override
    public @Nullable Fence resolveParameterValue(Message<?> message) {
        return Fence.current();
    }

    @Override
    public boolean matches(Message<?> message) {
        return Fence.current() != null;
    }
}
