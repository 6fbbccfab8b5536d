package io.guanxi.analytics.value.domain;

/** What a tenant's scoring is told. */
public sealed interface ScoringCommand {

    /** The population was measured, and these are its boundaries. */
    record ReviseBoundaries(Boundaries measured) implements ScoringCommand {}
}
