package io.guanxi.web.problem;

import io.guanxi.web.CorrelationId;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what never reaches a filter, such as a request line that is no HTTP, in place of the container's HTML page. */
final class ProblemReportValve extends ErrorReportValve {

    private final JsonMapper json;

    ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR);
        String correlationId = response.getHeader(CorrelationId.HEADER);
        if (correlationId == null) {
            correlationId = CorrelationId.acceptedOrNew(null);
            response.setHeader(CorrelationId.HEADER, correlationId);
        }
        write(
                response,
                json.writeValueAsBytes(ProblemWriter.document(Problems.ofStatus(known, Map.of()), correlationId)));
    }

    private void write(Response response, byte[] body) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // The caller is gone; there is nobody to tell.
            container.getLogger().debug("an error could not be reported", e);
        }
    }
}
