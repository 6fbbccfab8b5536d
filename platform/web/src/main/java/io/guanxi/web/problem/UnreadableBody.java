package io.guanxi.web.problem;

import io.guanxi.web.FieldProblem;
import io.guanxi.web.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says where a body stops making sense: at a line and column, or at a field. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException failure) {
        return Causes.first(failure, JacksonException.class)
                .map(UnreadableBody::problem)
                .orElseGet(() -> malformed("A body is needed, and it must be readable."));
    }

    /** A mistake of syntax that is met inside of a value comes wrapped in a mistake of binding. */
    private static Problem problem(JacksonException failure) {
        if (failure instanceof DatabindException mismatch && !(failure.getCause() instanceof StreamReadException)) {
            return field(mismatch);
        }
        return syntax(failure.getCause() instanceof StreamReadException cause ? cause : failure);
    }

    private static Problem syntax(JacksonException failure) {
        TokenStreamLocation at = failure.getLocation();
        return malformed(
                at == null
                        ? "The body is not JSON."
                        : "The body is not JSON at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", detail);
    }

    private static Problem field(DatabindException failure) {
        return Problem.invalid(List.of(FieldProblem.inBody(pointer(failure), message(failure))));
    }

    private static String pointer(DatabindException failure) {
        return failure.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return "/" + (name == null ? Integer.toString(reference.getIndex()) : InvalidFields.escape(name));
    }

    /** Only what was expected: the exception of a value that refuses itself names what was sent, which may be anybody's. */
    private static String message(DatabindException failure) {
        return failure instanceof MismatchedInputException mismatch
                ? "is not " + Expected.a(mismatch.getTargetType())
                : "is not a value that is accepted";
    }
}
