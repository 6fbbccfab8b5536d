package io.guanxi.web;

import java.util.Set;

/**
 * Who calls, as the token says. A controller takes it as an argument.
 *
 * @param tenant whose data the caller may see; checked to be a valid tenant name
 * @param subject the token's subject, an opaque id and never a name or an address
 * @param roles empty if the token names no role that is known here
 */
public record Caller(String tenant, String subject, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** True also for an administrator, who may do everything. */
    public boolean is(Role role) {
        return roles.contains(role) || roles.contains(Role.ADMIN);
    }
}
