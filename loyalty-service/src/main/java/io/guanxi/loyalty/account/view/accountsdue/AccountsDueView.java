package io.guanxi.loyalty.account.view.accountsdue;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each account on which something is due some time. */
@Component
class AccountsDueView implements KeylessView<AccountDue> {

    static final String DUE = "due";

    @Override
    public String name() {
        return "accounts-due";
    }

    @Override
    public Class<AccountDue> document() {
        return AccountDue.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.payload() instanceof DueSet ? List.of(event.stream()) : List.of();
    }

    @Override
    public @Nullable AccountDue evolve(@Nullable AccountDue current, RecordedEvent event) {
        return event.payload() instanceof DueSet set && set.due() != null
                ? new AccountDue(event.stream(), event.tenant(), set.due())
                : null;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(DUE));
    }
}
