package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an entry means that was stored before there were lots. */
final class OldForm {

    private OldForm() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static Supplier<Lot> lotOf(String entryId) {
        return () -> new Lot(entryId, LedgerEntry.MAIN_PURSE, Instant.EPOCH, null, null, null, null);
    }

    static Supplier<List<Move>> move(String lot, Bucket from, Bucket to, long points) {
        return () -> List.of(new Move(lot, from, to, points));
    }
}
