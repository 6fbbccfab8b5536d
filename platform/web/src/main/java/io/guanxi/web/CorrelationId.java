package io.guanxi.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that everything carries which one request sets off: answers, logs, traces, events. */
public final class CorrelationId {

    /** The header of requests and answers. */
    public static final String HEADER = "X-Correlation-Id";

    /** The name in logs and traces. */
    public static final String LOG_KEY = "correlationId";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CorrelationId() {}

    /** What the caller sent if it can be used, else a new one. */
    public static String acceptedOrNew(@Nullable String sent) {
        return sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** The id of the request that this thread works for; null outside of a request. Hand it on to other threads yourself. */
    public static @Nullable String current() {
        return MDC.get(LOG_KEY);
    }
}
