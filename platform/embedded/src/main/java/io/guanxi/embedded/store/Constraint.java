package io.guanxi.embedded.store;

import java.util.List;

/** What a query demands of one field: one of some values, or a value in one range. */
sealed interface Constraint {

    record OneOf(List<Span> points) implements Constraint {}

    record Within(Span range) implements Constraint {}

    /** Narrower than both where that is simple; never narrower than both together. */
    default Constraint and(Constraint other) {
        return switch (this) {
            case OneOf mine ->
                other instanceof OneOf others
                                && others.points().size() < mine.points().size()
                        ? other
                        : this;
            case Within mine ->
                other instanceof Within others ? new Within(mine.range().intersect(others.range())) : other;
        };
    }
}
