package io.guanxi.analytics.instances;

import io.guanxi.web.Problem;
import io.guanxi.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who knows the instances' secret, and only to read. A token of a person is of no use here. */
final class InstanceGate extends OncePerRequestFilter {

    private final InstanceSecret secret;
    private final ProblemWriter problems;

    InstanceGate(InstanceSecret secret, ProblemWriter problems) {
        this.secret = secret;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = HttpMethod.GET.matches(request.getMethod());
        if (reads && secret.is(request.getHeader(InstanceSecret.HEADER))) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "unauthenticated",
                            "This is for the instances of the service, which know their secret."));
        }
    }
}
