package io.guanxi.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is not sent before it is stored. */
final class HeldResponse extends ContentCachingResponseWrapper {

    /** What belongs to the answer and not to the one exchange that carries it. */
    private static final List<String> KEPT = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LINK,
            HttpHeaders.RETRY_AFTER);

    /** Says something about the moment or the token, and nothing about the request; the next try may fare better. */
    private static final Set<Integer> PASSING = Set.of(
            HttpStatus.UNAUTHORIZED.value(),
            HttpStatus.FORBIDDEN.value(),
            HttpStatus.REQUEST_TIMEOUT.value(),
            HttpStatus.TOO_EARLY.value(),
            HttpStatus.TOO_MANY_REQUESTS.value());

    private boolean leftToTheContainer;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        leftToTheContainer = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leftToTheContainer = true;
        super.sendError(status, message);
    }

    /** True if a repeated request must get this answer again. */
    boolean isFinal() {
        return !leftToTheContainer
                && getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !PASSING.contains(getStatus());
    }

    Answer answer() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = HttpHeaders.CONTENT_TYPE.equals(name) ? getContentType() : getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer(getStatus(), headers, getContentAsByteArray());
    }
}
