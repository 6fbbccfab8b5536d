package io.guanxi.embedded.store;

import java.util.List;

/** What a query demands of one field: one of some values, or a value in one range. */
sealed interface Constraint {

    record OneOf(List<Span> points) implements Constraint {}

    record Within(Span range) implements Constraint {}

    /** Narrower than both where that is simple; never narrower than both together. */
    default Constraint and(Constraint other) {
        return switch (this) {
            case OneOf(List<Span> points)
            when other instanceof OneOf(List<Span> others) -> points.size() <= others.size() ? this : other;
            case OneOf _ -> this;
            case Within(Span range)
            when other instanceof Within(Span otherRange) -> new Within(range.intersect(otherRange));
            case Within _ -> other;
        };
    }
}
