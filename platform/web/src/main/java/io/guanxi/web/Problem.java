package io.guanxi.web;

import io.guanxi.kernel.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a caller is told when a request is not fulfilled (RFC 9457).
 *
 * @param code stable name in kebab-case; the document's {@code type} is {@code urn:guanxi:problem:} and this
 * @param title the same for every problem of this code
 * @param detail what would be right this time, without personal data and without values that were sent
 * @param errors what is wrong, field by field; empty if it is not about fields
 * @param headers to be sent with the answer, such as {@code Retry-After}
 */
public record Problem(
        String code,
        HttpStatus status,
        String title,
        String detail,
        List<FieldProblem> errors,
        Map<String, String> headers) {

    public static final String TYPE_PREFIX = "urn:guanxi:problem:";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(code, status, title(code), detail, List.of(), Map.of());
    }

    public static Problem invalid(List<FieldProblem> errors) {
        return new Problem(
                "invalid-request",
                HttpStatus.BAD_REQUEST,
                title("invalid-request"),
                "The request has values that cannot be accepted; see errors.",
                errors,
                Map.of());
    }

    /** A domain's refusal as HTTP says it. */
    public static Problem of(Reason reason) {
        HttpStatus status = switch (reason.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT, TOO_EARLY -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return of(status, reason.code(), reason.message());
    }

    public Problem with(Map<String, String> moreHeaders) {
        return new Problem(code, status, title, detail, errors, moreHeaders);
    }

    static Map<String, String> retryAfter(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** {@code ticket-is-closed} reads "Ticket is closed". */
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
