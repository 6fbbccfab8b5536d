package io.guanxi.loyalty.account.view.accountentries;

import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each line, so that a line costs the same on an account of ten lines and of ten thousand. */
@Component
class AccountEntriesView implements View<AccountEntry> {

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
        if (!(event.payload() instanceof LoyaltyEvent happened)) {
            return List.of();
        }
        return switch (happened) {
            case AccountOpened opened -> List.of();
            case LedgerEntry entry -> List.of(key(event.stream(), entry.entryId()));
        };
    }

    static String key(String account, String entryId) {
        return account + "/" + entryId;
    }

    @Override
    public @Nullable AccountEntry evolve(@Nullable AccountEntry current, RecordedEvent event) {
        return switch ((LoyaltyEvent) event.payload()) {
            case AccountOpened opened -> current;
            case LedgerEntry entry -> line(entry, event);
        };
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("account", "sequence"));
    }

    private static AccountEntry line(LedgerEntry entry, RecordedEvent event) {
        return switch (entry) {
            case PointsEarned e -> line("points-earned", null, e.rule().version(), entry, event);
            case NothingEarned e -> line("nothing-earned", null, e.rule().version(), entry, event);
            case PointsReversedByReturn e ->
                line(
                        "points-reversed-by-return",
                        e.returnId(),
                        e.share().earning().ruleVersion(),
                        entry,
                        event);
            case RefundCarriedForward e ->
                line("refund-carried-forward", e.returnId(), e.share().earning().ruleVersion(), entry, event);
            case PointsReversedByCancellation e ->
                line("points-reversed-by-cancellation", null, e.earning().ruleVersion(), entry, event);
            case CancellationNoted e -> line("cancellation-noted", null, null, entry, event);
        };
    }

    private static AccountEntry line(
            String kind,
            @Nullable String returnId,
            @Nullable Integer ruleVersion,
            LedgerEntry entry,
            RecordedEvent event) {
        return new AccountEntry(
                entry.entryId(),
                event.stream(),
                event.sequence(),
                kind,
                entry.change(),
                entry.balance(),
                entry.order().shop(),
                entry.order().orderId(),
                returnId,
                entry.cause(),
                ruleVersion,
                event.happened(),
                event.recorded());
    }
}
