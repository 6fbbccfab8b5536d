package io.guanxi.gateway.customerview;

import tools.jackson.databind.JsonNode;

/** What one service had to say about a customer. */
sealed interface Part {

    /** The service's own document, unchanged. */
    record Known(JsonNode document) implements Part {}

    /** The service answers, and knows nothing of this customer. */
    record Unknown() implements Part {}

    /** Nobody knows what the service would say. */
    record Missing(Cause cause) implements Part {}

    /** Why a part is missing, as the view says it. */
    enum Cause {
        /** The service cannot be reached, or is known to fail. */
        UNAVAILABLE,
        /** It did not answer within the time budget. */
        TIMEOUT,
        /** It answered something that is no answer. */
        FAILED,
        /** The caller's roles do not allow this part. */
        FORBIDDEN
    }
}
