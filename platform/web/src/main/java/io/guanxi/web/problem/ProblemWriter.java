package io.guanxi.web.problem;

import io.guanxi.web.CorrelationId;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Makes a problem the answer of a request, whatever the caller said it accepts: an error that is not understood helps nobody. */
public final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Does nothing if the answer is on its way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(document(problem, response.getHeader(CorrelationId.HEADER)));
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    /** The document as it is sent, for who embeds it in an answer of their own. */
    public static Map<String, Object> document(Problem problem, @Nullable String correlationId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", Problem.TYPE_PREFIX + problem.code());
        document.put("title", problem.title());
        document.put("status", problem.status().value());
        document.put("detail", problem.detail());
        if (correlationId != null) {
            document.put("correlationId", correlationId);
        }
        if (!problem.errors().isEmpty()) {
            document.put(
                    "errors",
                    problem.errors().stream().map(ProblemWriter::document).toList());
        }
        return document;
    }

    private static Map<String, String> document(FieldProblem error) {
        Map<String, String> document = new LinkedHashMap<>();
        if (error.pointer() != null) {
            document.put("pointer", error.pointer());
        }
        if (error.parameter() != null) {
            document.put("parameter", error.parameter());
        }
        document.put("message", error.message());
        return document;
    }
}
