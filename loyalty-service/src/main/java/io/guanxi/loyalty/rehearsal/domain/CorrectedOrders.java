package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.CustomerThen;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a correction knew of an order and of the customer who paid it. Most accounts were never corrected. */
final class CorrectedOrders {

    private final String account;
    private final Map<OrderRef, Paid> orders = new HashMap<>();

    private record Paid(OrderFacts facts, CustomerThen then) {}

    /** @param all events of the account from its first on */
    CorrectedOrders(String account, List<RecordedChange> all) {
        this.account = account;
        if (all.stream().anyMatch(change -> change.event() instanceof EarningCorrected)) {
            remember(all);
        }
    }

    private void remember(List<RecordedChange> all) {
        LoyaltyAccount folded = LoyaltyAccount.unopened();
        for (RecordedChange change : all) {
            OrderFacts facts = facts(change);
            if (facts != null) {
                orders.putIfAbsent(facts.order(), new Paid(facts, CustomerThen.of(folded, facts.order())));
            }
            folded = LoyaltyAccount.evolve(folded, change.event());
        }
    }

    private static @Nullable OrderFacts facts(RecordedChange change) {
        LoyaltyEvent event = change.event();
        if (event instanceof Fact.PaymentNoted e) {
            return e.facts();
        }
        if (event instanceof OrderEntry.PointsEarned e) {
            return OrderFacts.of(e.order(), e.paid(), change.at());
        }
        if (event instanceof OrderEntry.NothingEarned e) {
            return OrderFacts.of(e.order(), e.paid(), change.at());
        }
        return null;
    }

    /** Null if nothing is known of its payment, which is so for none that was corrected. */
    @Nullable
    CorrectEarning input(EarningCorrected e, Stamp stamp) {
        Paid paid = orders.get(e.order());
        return paid == null
                ? null
                : new CorrectEarning(
                        account,
                        e.correctionId(),
                        paid.facts(),
                        paid.then(),
                        e.rule().version(),
                        stamp);
    }
}
