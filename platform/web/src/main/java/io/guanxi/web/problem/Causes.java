package io.guanxi.web.problem;

import java.util.Optional;
import java.util.stream.Stream;

/** The chain of causes below a failure, itself first. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return of(failure).filter(type::isInstance).map(type::cast).findFirst();
    }
}
