package io.guanxi.eventlog.proof.engine;

import io.guanxi.eventlog.token.Fence;
import io.guanxi.eventlog.token.FencedTokenStore;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * A segment that a node has claimed.
 *
 * @param name of this one claim and no other
 * @param fence null where the token store has none
 */
public record Claim(String name, int segment, @Nullable Fence fence) {

    /** Of a segment that this process has just claimed. */
    public static Claim of(TokenStore tokens, String name, String processor, int segment) {
        Fence fence = tokens instanceof FencedTokenStore fencing ? fencing.fence(processor, segment) : null;
        return new Claim(name, segment, fence);
    }
}
