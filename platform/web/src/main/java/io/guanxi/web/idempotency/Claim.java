package io.guanxi.web.idempotency;

import java.time.Duration;

/** What the store says to a request that comes with a key. */
sealed interface Claim {

    /** The key is this request's: carry it out, then answer or release under this name. */
    record Mine(String id, String owner) implements Claim {}

    /** The same request has been answered. */
    record Answered(Answer answer) implements Claim {}

    /** The same request is being carried out, or was cut off within this time. */
    record InProgress(Duration retryAfter) implements Claim {}

    /** The key names another request. */
    record OtherRequest() implements Claim {}
}
