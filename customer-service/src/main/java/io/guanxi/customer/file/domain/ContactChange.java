package io.guanxi.customer.file.domain;

import org.jspecify.annotations.Nullable;

/**
 * How one contact field changed. The old value is named too, so that a reader who knows only the event can undo what it
 * made of it, such as a search term.
 *
 * @param from null if there was no value
 * @param to null if there is none any more
 */
public record ContactChange(
        @Nullable SealedValue from, @Nullable SealedValue to) {}
