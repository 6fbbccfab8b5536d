package io.guanxi.web.problem;

import io.guanxi.web.FieldProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What validation found, field by field. */
final class InvalidFields {

    private InvalidFields() {}

    static List<FieldProblem> inBody(MethodArgumentNotValidException invalid) {
        boolean body = invalid.getParameter().hasParameterAnnotation(RequestBody.class);
        return body ? inBody((Errors) invalid) : inParameters(invalid);
    }

    static List<FieldProblem> inParameters(BindException invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> FieldProblem.inParameter(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(), message(error)))
                .toList();
    }

    static List<FieldProblem> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(InvalidFields::of)
                .toList();
    }

    private static Stream<FieldProblem> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            String element = errors.getContainerIndex() == null ? "" : "/" + errors.getContainerIndex();
            return inBody(errors).stream()
                    .map(error -> FieldProblem.inBody(
                            element + Objects.requireNonNullElse(error.pointer(), ""), error.message()));
        }
        String name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream().map(error -> FieldProblem.inParameter(name, message(error)));
    }

    private static List<FieldProblem> inBody(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> FieldProblem.inBody(
                        error instanceof FieldError field ? pointer(field.getField()) : "",
                        message((ObjectError) error)))
                .toList();
    }

    /** {@code lines[0].unitPrice} is {@code /lines/0/unitPrice}. */
    private static String pointer(String path) {
        return Stream.of(path.replace("[", ".").replace("]", "").split("\\."))
                .map(step -> "/" + escape(step))
                .reduce("", String::concat);
    }

    static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /** A value of the wrong type has a framework's message with the value in it; that one is not passed on. */
    private static String message(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return "is not of the expected kind";
        }
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }
}
