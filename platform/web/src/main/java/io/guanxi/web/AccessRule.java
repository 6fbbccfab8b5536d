package io.guanxi.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Lets some roles use some paths. An administrator needs no rule.
 *
 * @param method null for every method
 * @param pattern a path pattern such as {@code /api/customers/**}
 * @param roles any one of them suffices
 */
public record AccessRule(@Nullable HttpMethod method, String pattern, Set<Role> roles) {

    public AccessRule {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("pattern: " + pattern + " (expected: a path that starts with a slash)");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles of " + pattern + ": none (expected: at least one)");
        }
        roles = Set.copyOf(roles);
    }

    public AccessRule(@Nullable HttpMethod method, String pattern, Role... roles) {
        this(method, pattern, Set.of(roles));
    }

    public static AccessRule get(String pattern, Role... roles) {
        return new AccessRule(HttpMethod.GET, pattern, roles);
    }

    public static AccessRule post(String pattern, Role... roles) {
        return new AccessRule(HttpMethod.POST, pattern, roles);
    }

    public static AccessRule any(String pattern, Role... roles) {
        return new AccessRule(null, pattern, roles);
    }

    /** For every role, so for each valid token that has one. */
    public static AccessRule everyRole(@Nullable HttpMethod method, String pattern) {
        return new AccessRule(method, pattern, EnumSet.allOf(Role.class));
    }
}
