package io.guanxi.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem document. For what is wrong with the request itself, or with what it asks to read; a
 * command that a domain refuses has a {@link io.guanxi.kernel.Reason} of its own. It is no failure and has no stack trace.
 */
public final class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RequestRefused(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** 404: {@code code} says what is missing, such as {@code customer-not-found}. */
    public static RequestRefused notFound(String code, String detail) {
        return new RequestRefused(Problem.of(HttpStatus.NOT_FOUND, code, detail));
    }

    /** 400: the body has a field that can never be accepted. */
    public static RequestRefused field(String pointer, String message) {
        return fields(List.of(FieldProblem.inBody(pointer, message)));
    }

    /** 400: the body has fields that can never be accepted. */
    public static RequestRefused fields(List<FieldProblem> errors) {
        return new RequestRefused(Problem.invalid(errors));
    }

    /** 400: a path, query or header parameter cannot be used. */
    public static RequestRefused parameter(String name, String message) {
        return new RequestRefused(Problem.invalid(List.of(FieldProblem.inParameter(name, message))));
    }

    /** 412: what the caller wants to change is not what it last saw. */
    public static RequestRefused versionMismatch(String current) {
        return new RequestRefused(Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-mismatch",
                        "It was changed meanwhile. Read it again and repeat the change.")
                .with(Map.of(HttpHeaders.ETAG, current)));
    }

    /** 503: something that this service needs does not answer; the same request may be sent again later. */
    public static RequestRefused unavailable(String code, String detail, Duration retryAfter) {
        return new RequestRefused(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, detail).with(Problem.retryAfter(retryAfter)));
    }

    public Problem problem() {
        return problem;
    }
}
