package io.guanxi.web.security;

import io.guanxi.web.Caller;
import io.guanxi.web.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads callers out of tokens. */
public final class Callers {

    private static final String TENANT = "tenant";
    private static final String ROLES = "roles";
    private static final Pattern VALID_TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern VALID_SUBJECT = Pattern.compile("\\P{Cntrl}{1,255}");

    private Callers() {}

    /** The caller of the request that this thread works for; empty without a token. */
    public static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    static Caller of(Jwt token) {
        String tenant = token.getClaimAsString(TENANT);
        String subject = token.getSubject();
        if (tenant == null || subject == null) {
            throw new IllegalStateException("a token without tenant or subject has passed the validator");
        }
        return new Caller(tenant, subject, roles(token));
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return roles(token).stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    /** What signature and time do not say: whose data, who asks, and that the token ends some day. */
    static OAuth2TokenValidatorResult validate(Jwt token) {
        if (!(token.getClaim(TENANT) instanceof String tenant)
                || !VALID_TENANT.matcher(tenant).matches()) {
            return refused("The token names no valid tenant");
        }
        String subject = token.getSubject();
        if (subject == null || !VALID_SUBJECT.matcher(subject).matches()) {
            return refused("The token names no subject");
        }
        if (token.getExpiresAt() == null) {
            return refused("The token never expires");
        }
        return OAuth2TokenValidatorResult.success();
    }

    /** Unknown names grant nothing and are no fault: the issuer may serve other systems too. */
    private static Set<Role> roles(Jwt token) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaim(ROLES) instanceof List<?> claims) {
            claims.forEach(claim -> Role.ofClaim(String.valueOf(claim)).ifPresent(roles::add));
        }
        return roles;
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
