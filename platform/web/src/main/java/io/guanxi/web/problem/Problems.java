package io.guanxi.web.problem;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Which problem a failure is to the caller. Nothing of the inside gets out, and no value that was sent comes back. */
final class Problems {

    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    static Problem of(Throwable failure) {
        return Causes.first(failure, RequestRefused.class)
                .map(RequestRefused::problem)
                .or(() -> Causes.first(failure, CommandRefused.class).map(refused -> Problem.of(refused.reason())))
                .or(() -> Causes.first(failure, BodyTooLarge.class).map(Problems::tooLarge))
                .orElseGet(() -> ofFramework(failure));
    }

    private static Problem ofFramework(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case MethodArgumentNotValidException invalid -> Problem.invalid(InvalidFields.inBody(invalid));
            case BindException invalid -> Problem.invalid(InvalidFields.inParameters(invalid));
            case HandlerMethodValidationException invalid ->
                invalid.isForReturnValue() ? internal() : Problem.invalid(InvalidFields.of(invalid));
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case MissingPathVariableException missing -> missing(missing.getVariableName());
            case MethodArgumentTypeMismatchException mismatch ->
                invalid(mismatch.getName(), "is not " + Expected.a(mismatch.getRequiredType()));
            case ErrorResponse answer ->
                ofStatus(HttpStatus.valueOf(answer.getStatusCode().value()), headers(answer.getHeaders()));
            default -> Unavailability.of(failure) ? unavailable() : internal();
        };
    }

    /** For what is known by its status alone. */
    static Problem ofStatus(HttpStatus status, Map<String, String> headers) {
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return internal();
        }
        String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = switch (status) {
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "The path does not take this method; Allow lists those it takes.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in any type that Accept names.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body's Content-Type is not one that the path takes.";
            case SERVICE_UNAVAILABLE -> "The request could not be finished in time.";
            default -> status.getReasonPhrase() + ".";
        };
        return Problem.of(status, code, detail).with(headers);
    }

    private static Problem tooLarge(BodyTooLarge failure) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body may have at most " + failure.limit() + " bytes.");
    }

    private static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Something that this service needs does not answer. The same request may be sent again.")
                .with(Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
    }

    private static Problem internal() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "This is a fault of the service. Quote the correlation id to have it found.");
    }

    private static Problem missing(String parameter) {
        return invalid(parameter, "is missing");
    }

    private static Problem invalid(String parameter, String message) {
        return Problem.invalid(List.of(FieldProblem.inParameter(parameter, message)));
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        return headers.toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.join(", ", headers.getValuesAsList(entry.getKey()))));
    }
}
