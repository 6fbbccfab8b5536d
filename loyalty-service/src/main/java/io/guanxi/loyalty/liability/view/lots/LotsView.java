package io.guanxi.loyalty.liability.view.lots;

import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.liability.domain.LotFlow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each lot. What only moves within the account touches none. */
@Component
class LotsView implements View<LotHistory> {

    @Override
    public String name() {
        return "lots";
    }

    @Override
    public Class<LotHistory> document() {
        return LotHistory.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        if (!(event.payload() instanceof LedgerEntry entry)) {
            return List.of();
        }
        return entry.moves().stream()
                .filter(move -> move.from() == Bucket.OUTSIDE || move.to() == Bucket.OUTSIDE)
                .map(Move::lot)
                .distinct()
                .map(lot -> event.stream() + "/" + lot)
                .toList();
    }

    @Override
    public @Nullable LotHistory evolve(String key, @Nullable LotHistory current, RecordedEvent event) {
        var entry = (LedgerEntry) event.payload();
        String lot = key.substring(event.stream().length() + 1);
        LotHistory before = current == null ? opened(key, lot, entry, event) : current;
        Instant at = Objects.requireNonNullElse(entry.at(), event.happened());
        return before == null ? null : before.with(day(at).toString(), LotFlow.of(entry, lot));
    }

    private static @Nullable LotHistory opened(String key, String id, LedgerEntry entry, RecordedEvent event) {
        for (Lot lot : entry.lots()) {
            if (lot.id().equals(id)) {
                boolean ends = lot.expires() != null || lot.idleExpiry() != null;
                // The lots of the oldest entries have no date of their own.
                Instant since = lot.since().equals(Instant.EPOCH) ? event.happened() : lot.since();
                return new LotHistory(event.tenant(), entry.purse(), draw(key), ends, day(since), Map.of());
            }
        }
        return null;
    }

    private static long draw(String key) {
        var digest = new CRC32();
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        return digest.getValue();
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("tenant", "purse", "draw"));
    }
}
