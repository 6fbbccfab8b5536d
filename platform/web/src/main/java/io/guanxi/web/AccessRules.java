package io.guanxi.web;

import java.util.List;

/**
 * Who may use which paths of a service, as one bean. The first rule that fits a request decides; a request that no rule
 * fits is denied to all but administrators. Health is open, {@code /actuator} and {@code /api/operations} are the
 * operators', and the API's description is for every valid token, without a rule here.
 */
public record AccessRules(List<AccessRule> rules) {

    public AccessRules {
        rules = List.copyOf(rules);
    }

    public static AccessRules of(AccessRule... rules) {
        return new AccessRules(List.of(rules));
    }
}
