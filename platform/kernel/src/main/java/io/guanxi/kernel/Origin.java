package io.guanxi.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from. It travels with every event that the command causes.
 *
 * @param tenant whose data this is
 * @param correlationId the same for everything that one request or one incoming event sets off
 * @param causationId the id of the event that caused this command, if an event did
 * @param actor who asked, as the token names them, if a person or program did; never a name or an address
 */
public record Origin(
        String tenant,
        String correlationId,
        @Nullable String causationId,
        @Nullable String actor) {}
