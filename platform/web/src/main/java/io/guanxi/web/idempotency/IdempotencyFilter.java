package io.guanxi.web.idempotency;

import io.guanxi.web.Caller;
import io.guanxi.web.IdempotencyKey;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.security.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a repeated request the answer that the first one got. An answer is stored before it is sent: a caller that has one
 * will always get that one again. If the process dies between carrying a request out and storing its answer, the key is
 * held until the lease ends; then the request is let through once more, and meets what the first left behind by its
 * {@link io.guanxi.web.IdempotentId}.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    /** Marks an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final KeyStore keys;

    IdempotencyFilter(KeyStore keys) {
        this.keys = keys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHANGING.contains(request.getMethod())
                || request.getHeader(IdempotencyKey.HEADER) == null
                || Callers.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdempotencyKey key = IdempotencyKey.parse(request.getHeader(IdempotencyKey.HEADER));
        Caller caller = Callers.current().orElseThrow();
        HeldRequest held = new HeldRequest(request);
        Claim claim = keys.claim(caller.tenant(), key, Fingerprint.of(request, caller.subject(), held.body()));
        switch (claim) {
            case Claim.Mine mine -> carryOut(mine, held, response, chain);
            case Claim.Answered answered -> giveAgain(answered.answer(), response);
            case Claim.InProgress running -> throw inProgress(running.retryAfter());
            case Claim.OtherRequest other -> throw keyReused();
        }
    }

    private void carryOut(Claim.Mine mine, HeldRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldResponse held = new HeldResponse(response);
        boolean finished = false;
        try {
            chain.doFilter(request, held);
            finished = true;
        } finally {
            if (!finished || !held.isFinal()) {
                release(mine);
            }
        }
        if (held.isFinal() && !keys.answer(mine, held.answer())) {
            throw inProgress(Duration.ofSeconds(1));
        }
        held.copyBodyToResponse();
    }

    private void release(Claim.Mine mine) {
        try {
            keys.release(mine);
        } catch (RuntimeException e) {
            LOG.warn("an idempotency key stays held until its lease ends: {}", e.toString());
        }
    }

    private static void giveAgain(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static RequestRefused inProgress(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new RequestRefused(Problem.of(
                        HttpStatus.CONFLICT,
                        "request-in-progress",
                        "The same request is being carried out. Send it again to get its answer.")
                .with(Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds))));
    }

    private static RequestRefused keyReused() {
        return new RequestRefused(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The key names another request. A new request needs a new key."));
    }
}
