package io.guanxi.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.guanxi.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens that services accept in tests, signed with a key made for this run. */
public final class TestTokens {

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final RSAKey KEY = newKey();
    private static final Path PUBLIC_KEY = writePublicKey();

    private TestTokens() {}

    /** For a caller named {@code test} that works in these roles. */
    public static String token(String tenant, Role... roles) {
        return token(tenant, "test", roles);
    }

    public static String token(String tenant, String subject, Role... roles) {
        return sign(
                KEY,
                claims(Instant.now().plus(VALIDITY))
                        .subject(subject)
                        .claim("tenant", tenant)
                        .claim("roles", claimsOf(roles))
                        .build());
    }

    /** Rightly signed, and out of date. */
    public static String expired(String tenant, Role... roles) {
        return sign(
                KEY,
                claims(Instant.now().minus(VALIDITY))
                        .claim("tenant", tenant)
                        .claim("roles", claimsOf(roles))
                        .build());
    }

    /** Signed with a key that no service trusts. */
    public static String forged(String tenant, Role... roles) {
        return sign(
                newKey(),
                claims(Instant.now().plus(VALIDITY))
                        .claim("tenant", tenant)
                        .claim("roles", claimsOf(roles))
                        .build());
    }

    /** Rightly signed, and naming no tenant. */
    public static String withoutTenant(Role... roles) {
        return sign(
                KEY,
                claims(Instant.now().plus(VALIDITY))
                        .claim("roles", claimsOf(roles))
                        .build());
    }

    /** For {@code spring.security.oauth2.resourceserver.jwt.public-key-location}. */
    public static String publicKeyLocation() {
        return PUBLIC_KEY.toUri().toString();
    }

    private static JwtClaimsSet.Builder claims(Instant expiry) {
        return JwtClaimsSet.builder()
                .issuer("https://issuer.test")
                .subject("test")
                .issuedAt(expiry.minus(VALIDITY))
                .expiresAt(expiry);
    }

    private static List<String> claimsOf(Role... roles) {
        return Stream.of(roles).map(Role::claim).toList();
    }

    private static String sign(RSAKey key, JwtClaimsSet claims) {
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)))
                .encode(JwtEncoderParameters.from(header, claims))
                .getTokenValue();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no key can be made here", e);
        }
    }

    private static Path writePublicKey() {
        try {
            Path file = Files.createTempFile("guanxi-test-", ".pub.pem");
            file.toFile().deleteOnExit();
            String body =
                    Base64.getMimeEncoder().encodeToString(KEY.toRSAPublicKey().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException | JOSEException e) {
            throw new UncheckedIOException("the public key cannot be written", new IOException(e));
        }
    }
}
