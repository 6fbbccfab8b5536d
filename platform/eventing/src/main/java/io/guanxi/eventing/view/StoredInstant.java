package io.guanxi.eventing.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an instant is stored in a document: RFC 3339 in UTC with nine digits, so that the order of texts is that of time. */
public final class StoredInstant {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private StoredInstant() {}

    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
