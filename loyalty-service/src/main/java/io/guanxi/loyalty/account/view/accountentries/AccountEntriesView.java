package io.guanxi.loyalty.account.view.accountentries;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.EntryKind;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.view.accountentries.About.Detail;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each line, so that a line costs the same on an account of ten lines and of ten thousand. */
@Component
class AccountEntriesView implements KeylessView<AccountEntry> {

    @Override
    public String name() {
        return "account-entries";
    }

    @Override
    public Class<AccountEntry> document() {
        return AccountEntry.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.payload() instanceof LedgerEntry entry ? List.of(key(event.stream(), entry.entryId())) : List.of();
    }

    static String key(String account, String entryId) {
        return account + "/" + entryId;
    }

    @Override
    public @Nullable AccountEntry evolve(@Nullable AccountEntry current, RecordedEvent event) {
        return event.payload() instanceof LedgerEntry entry ? line(entry, event) : current;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("account", "sequence"));
    }

    private static AccountEntry line(LedgerEntry entry, RecordedEvent event) {
        About about = About.of(entry);
        return new AccountEntry(
                entry.entryId(),
                event.stream(),
                event.sequence(),
                EntryKind.of(entry).code(),
                entry.purse(),
                entry.change(),
                entry.changeOf(Bucket.PENDING),
                entry.changeOf(Bucket.HELD),
                entry.debtChange(),
                entry.balance(),
                about.get(Detail.SHOP),
                about.get(Detail.ORDER),
                about.get(Detail.RETURN),
                about.get(Detail.HOLD),
                about.get(Detail.REWARD),
                about.get(Detail.TRANSFER),
                about.get(Detail.OTHER),
                about.get(Detail.COMPLAINT),
                about.get(Detail.CORRECTION),
                about.get(Detail.ADJUSTMENT),
                about.get(Detail.REASON),
                entry.cause(),
                about.ruleVersion(),
                Objects.requireNonNullElse(entry.at(), event.happened()),
                event.recorded());
    }
}
