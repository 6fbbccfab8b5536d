package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventing.view.View;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AccountDetailsView implements View<AccountDetails> {

    @Override
    public String name() {
        return "account-details";
    }

    @Override
    public Class<AccountDetails> document() {
        return AccountDetails.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.payload() instanceof LoyaltyEvent ? List.of(event.stream()) : List.of();
    }

    @Override
    public @Nullable AccountDetails evolve(@Nullable AccountDetails current, RecordedEvent event) {
        return switch ((LoyaltyEvent) event.payload()) {
            case AccountOpened opened ->
                AccountDetails.opened(
                        CustomerKey.parse(event.stream()).customerId(), event.happened(), event.sequence());
            case LedgerEntry entry ->
                current == null ? null : current.with(entry.change(), event.happened(), event.sequence());
        };
    }

    @Override
    public StateTopic<AccountDetails> stateTopic() {
        return StateTopic.of(Topics.LOYALTY_ACCOUNT_STATE, LoyaltyAccountState::of);
    }
}
