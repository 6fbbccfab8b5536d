package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.intake.Handled;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Intakes;
import io.guanxi.eventing.intake.RecordBatch;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each order event is one command to the buyer's account. A refusal goes to the intake, which parks or sorts out. */
@Configuration(proxyBeanMethods = false)
class WhenAnOrderChanges {

    /** About ten megabytes. */
    private static final int MOST_OPEN_ACCOUNTS = 100_000;

    private final LoyaltyAccounts accounts;
    private final Clock clock;
    private final OpenAccounts open = new OpenAccounts(MOST_OPEN_ACCOUNTS);

    WhenAnOrderChanges(LoyaltyAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Bean
    Consumer<RecordBatch> shopOrders(Intakes intakes) {
        return intakes.intake(Topics.SHOP_ORDERS, this::instructTheAccount);
    }

    private Handled instructTheAccount(IncomingEvent event) {
        LoyaltyCommand command = OrderCommands.of(event, clock.instant());
        if (command == null) {
            return Handled.ignored();
        }
        boolean alreadySo = command instanceof NoteOrder && open.includes(command.account());
        if (!alreadySo) {
            accounts.send(command, event.origin(), event.happened());
            open.add(command.account());
        }
        return Handled.applied();
    }
}
