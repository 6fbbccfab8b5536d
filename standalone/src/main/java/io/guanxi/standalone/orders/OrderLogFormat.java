package io.guanxi.standalone.orders;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A format with its options, as the command line names it. */
public sealed interface OrderLogFormat {

    /** The shop that the orders belong to if no other is named. */
    String defaultShop();

    /** The CDNOW data: customer, yyyymmdd, units, dollars. */
    record Cdnow() implements OrderLogFormat {
        @Override
        public String defaultShop() {
            return "cdnow";
        }
    }

    /**
     * CSV with a header.
     *
     * @param columns {@code name=header,...}, null if the headers are our names
     * @param currency of rows that do not say theirs
     * @param zone of dates that do not say theirs
     */
    record Csv(@Nullable String columns, @Nullable String currency, ZoneId zone, char delimiter)
            implements OrderLogFormat {
        @Override
        public String defaultShop() {
            return "shop";
        }
    }
}
