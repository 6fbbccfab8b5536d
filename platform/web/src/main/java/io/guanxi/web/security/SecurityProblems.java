package io.guanxi.web.security;

import io.guanxi.web.Problem;
import io.guanxi.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Answers callers that are not known or not allowed, with the header that RFC 6750 asks for and a problem document. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint unknown = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        unknown.commence(request, response, cause);
        writer.write(
                request,
                response,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "A valid bearer token with a tenant is needed; WWW-Authenticate says what is wrong with this one."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        denied.handle(request, response, cause);
        writer.write(
                request,
                response,
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "The token's roles do not allow this."));
    }

    void rejected(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        writer.write(
                request,
                response,
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "request-rejected",
                        "The path or a header has characters that are not accepted."));
    }
}
