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

    /** @throws IllegalStateException where no processor over a {@link FencedTokenStore} calls the handler */
    @Override
    public Fence resolveParameterValue(Message<?> message) {
        Fence fence = Fence.current();
        if (fence == null) {
            throw new IllegalStateException(
                    "no fence for " + message.getPayloadType().getName()
                            + " (expected: a streaming processor whose tokens are in a FencedTokenStore)");
        }
        return fence;
    }

    /** Always: Axon also asks before there is a batch, and would pass over the event. */
    @Override
    public boolean matches(Message<?> message) {
        return true;
    }
}
