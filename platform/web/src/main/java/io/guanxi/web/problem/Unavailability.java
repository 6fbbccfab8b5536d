package io.guanxi.web.problem;

import java.util.Set;
import java.util.stream.Stream;

/** Tells a machine that does not answer from a fault in the program. Kept by name: a service may have neither driver. */
final class Unavailability {

    private static final Set<String> STORE = Set.of(
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "com.mongodb.MongoExecutionTimeoutException",
            "com.mongodb.MongoOperationTimeoutException",
            "com.mongodb.MongoServerUnavailableException");
    /** A write whose fate is unknown, or that others kept overtaking: sending the command again is safe and the right thing. */
    private static final Set<String> LOG =
            Set.of("io.guanxi.eventlog.chain.OutcomeUnknown", "io.guanxi.eventlog.CommandConflict");

    private static final Set<String> BROKER = Set.of("org.apache.kafka.common.errors.RetriableException");
    private static final Set<String> IDENTITY =
            Set.of("org.springframework.security.authentication.AuthenticationServiceException");

    private Unavailability() {}

    static boolean of(Throwable failure) {
        return Causes.of(failure)
                .flatMap(Unavailability::types)
                .anyMatch(type ->
                        STORE.contains(type) || LOG.contains(type) || BROKER.contains(type) || IDENTITY.contains(type));
    }

    private static Stream<String> types(Throwable failure) {
        return Stream.<Class<?>>iterate(failure.getClass(), type -> type != null, Class::getSuperclass)
                .map(Class::getName);
    }
}
