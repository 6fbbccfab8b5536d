package io.guanxi.standalone.simulation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the simulated shop says of an address instead of the address, as any shop should: HMAC-SHA-256 under a key of its own. */
final class AddressDigest {

    private static final String ALGORITHM = "HmacSHA256";

    /** The key of a shop that does not exist, so that the same shop can be made again; a real one keeps its key secret. */
    private static final byte[] KEY = SimulatedShop.NAME.getBytes(StandardCharsets.UTF_8);

    private AddressDigest() {}

    static String of(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
