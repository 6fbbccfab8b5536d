package io.guanxi.gateway.service;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which questions look at all customers of a tenant. They may well take longer than a question about one customer, and say
 * nothing of how fast those are answered.
 */
public final class PopulationQuestions {

    private static final List<PathPattern> ALWAYS = patterns(
            "/api/analytics/cohorts",
            "/api/analytics/retention",
            "/api/analytics/revenue-shares",
            "/api/analytics/pyramid/migration",
            "/api/analytics/segments/{name}/members",
            "/api/analytics/segments/{name}/difference",
            "/api/analytics/segments/{name}/difference/{side}",
            "/api/analytics/runs/{id}/export");

    /** The present is kept added up, a day is not. */
    private static final List<PathPattern> OF_A_DAY = patterns("/api/analytics/totals", "/api/analytics/pyramid");

    private static final Pattern DAY = Pattern.compile("(.*&)?asOf=.*");

    private PopulationQuestions() {}

    /** @param uri with any scheme and host */
    public static boolean has(HttpMethod method, URI uri) {
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        PathContainer path = PathContainer.parsePath(uri.getRawPath());
        return matches(ALWAYS, path)
                || uri.getRawQuery() != null && DAY.matcher(uri.getRawQuery()).matches() && matches(OF_A_DAY, path);
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... paths) {
        return Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
    }
}
