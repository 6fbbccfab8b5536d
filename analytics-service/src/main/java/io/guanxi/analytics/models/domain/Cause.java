package io.guanxi.analytics.models.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wanted something, and why.
 *
 * @param command names the wish; the same wish made twice has the same name and one effect
 * @param by the person as tokens name them, or the run
 * @param why in the words of whoever wanted it; no personal data
 */
public record Cause(
        String command, Instant at, String by, @Nullable String why) {}
