package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.history.RecordedLine;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An account that orders are paid on, and its log. */
final class OrderedAccount {

    private final String id;
    private final RuleBook book;
    private final List<RecordedLine> lines = new ArrayList<>();
    private LoyaltyAccount account = LoyaltyAccount.unopened();

    OrderedAccount(String id, RuleBook book) {
        this.id = id;
        this.book = book;
    }

    List<RecordedLine> lines() {
        return lines;
    }

    void paid(String order, long amount, Instant paidAt, Instant recorded) {
        var facts = OrderFacts.of(new OrderRef("shop", order), new Money(BigDecimal.valueOf(amount), "CNY"), paidAt);
        var command = new LoyaltyCommand.EarnForPayment(id, facts, new Stamp("event-" + order, paidAt, recorded));
        var accepted =
                (Decision.Accepted<LoyaltyEvent, LoyaltyRejection>) LoyaltyDecider.decide(account, command, book);
        for (LoyaltyEvent event : accepted.events()) {
            account = LoyaltyAccount.evolve(account, event);
            lines.add(new RecordedLine(lines.size(), event, paidAt, recorded));
        }
    }
}
