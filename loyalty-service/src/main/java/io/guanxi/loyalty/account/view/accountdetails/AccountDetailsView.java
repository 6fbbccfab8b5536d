package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AccountDetailsView implements KeylessView<AccountDetails> {

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
        LoyaltyEvent happened = (LoyaltyEvent) event.payload();
        var at = Objects.requireNonNullElse(happened.at(), event.happened());
        if (happened instanceof LoyaltyEvent.AccountOpened) {
            return DetailsAfter.opening(CustomerKey.parse(event.stream()).customerId(), at, event.sequence());
        }
        return current == null ? null : new DetailsAfter(current).event(happened, at, event.sequence());
    }

    @Override
    public StateTopic<AccountDetails> stateTopic() {
        return StateTopic.of(Topics.LOYALTY_ACCOUNT_STATE, LoyaltyAccountState::of);
    }
}
