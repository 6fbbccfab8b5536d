package io.guanxi.standalone.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.guanxi.standalone.data.DataLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs development tokens: made once for a data folder and kept there. */
final class SigningKey {

    private SigningKey() {}

    static RSAKey of(DataLayout data) {
        Path file = data.issuerKey();
        try {
            if (!Files.exists(file)) {
                RSAKey made =
                        new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
                DataLayout.writeOnce(file, made.toJSONString());
            }
            return RSAKey.parse(DataLayout.read(file));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(
                    "The signing key in " + file + " cannot be used; remove it to get a new one", e);
        }
    }
}
