package io.guanxi.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens right and wrong. (The platform's own test kit is built on this module, so it cannot be used here.) */
final class Tokens {

    private static final RSAKey KEY = newKey();

    private Tokens() {}

    static String of(String tenant, Role... roles) {
        return with(claims -> claims.claim("tenant", tenant)
                .claim("roles", Stream.of(roles).map(Role::claim).toList()));
    }

    static String with(Consumer<JwtClaimsSet.Builder> claims) {
        return sign(KEY, claims);
    }

    static String forged(String tenant) {
        return sign(newKey(), claims -> claims.claim("tenant", tenant).claim("roles", List.of("admin")));
    }

    static String publicKeyLocation() {
        try {
            Path file = Files.createTempFile("guanxi-web-", ".pem");
            file.toFile().deleteOnExit();
            String body =
                    Base64.getMimeEncoder().encodeToString(KEY.toRSAPublicKey().getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
            return file.toUri().toString();
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(RSAKey key, Consumer<JwtClaimsSet.Builder> claims) {
        JwtClaimsSet.Builder set = JwtClaimsSet.builder()
                .subject("agent-7")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(600));
        claims.accept(set);
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), set.build()))
                .getTokenValue();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
