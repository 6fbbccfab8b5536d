package io.guanxi.eventlog.proof.engine;

import io.guanxi.eventlog.token.Fence;
import org.jspecify.annotations.Nullable;

/**
 * A segment that a node has claimed.
 *
 * @param name of this one claim and no other
 * @param fence null where the token store has none
 */
public record Claim(String name, int segment, @Nullable Fence fence) {}
