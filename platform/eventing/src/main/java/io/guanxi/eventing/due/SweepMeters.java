package io.guanxi.eventing.due;

/**
 * What a sweep tells those who operate it, under names of the service's own.
 *
 * @param failures a counter: checks that failed; each is tried again
 * @param waiting a gauge: things whose last check failed, by what this instance has seen
 */
public record SweepMeters(String failures, String waiting) {}
