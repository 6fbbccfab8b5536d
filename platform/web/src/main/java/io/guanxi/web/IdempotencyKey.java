package io.guanxi.web;

import java.util.regex.Pattern;

/**
 * What a caller names a request by, so that it can send it again without a second effect.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7E]{1,255}");

    public IdempotencyKey {
        if (!ACCEPTED.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }

    /** @throws RequestRefused with status 400 if the header cannot be a key */
    public static IdempotencyKey parse(String header) {
        try {
            return new IdempotencyKey(header);
        } catch (IllegalArgumentException e) {
            throw RequestRefused.parameter(HEADER, "must have 1 to 255 visible ASCII characters");
        }
    }
}
