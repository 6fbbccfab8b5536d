package io.guanxi.eventlog.token;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Notes before the first event of a batch under which claim it is handled. Effects and token of the batch then go under this
 * claim and no other, whatever the node has lost and got back meanwhile.
 */
public final class Fencing implements MessageHandlerInterceptor<EventMessage<?>> {

    private final FencedTokenStore tokens;
    private final String processor;

    public Fencing(FencedTokenStore tokens, String processor) {
        this.tokens = tokens;
        this.processor = processor;
    }

    /** @throws UnableToClaimTokenException if this node knows that it does not own the segment any more */
    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        // Processors that follow a log say so; one that is called by the publisher has no segment and no token.
        Integer segment = work.getResource("Processor[" + processor + "]/SegmentId");
        if (segment != null && Fence.of(work) == null) {
            tokens.fence(processor, segment).keepIn(work);
        }
        return chain.proceed();
    }
}
