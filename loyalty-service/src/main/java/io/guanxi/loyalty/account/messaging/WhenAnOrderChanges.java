package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.intake.Handled;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Intakes;
import io.guanxi.eventing.intake.RecordBatch;
import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.command.LoyaltyInstruction;
import io.guanxi.loyalty.account.domain.EarningRule;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.OrderRef;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each order event is one command to the buyer's account. A refusal goes to the intake, which parks or sorts out. */
@Configuration(proxyBeanMethods = false)
class WhenAnOrderChanges {

    /** About ten megabytes. */
    private static final int MOST_OPEN_ACCOUNTS = 100_000;

    private final Commands commands;
    private final EarningRule rule;
    private final OpenAccounts open = new OpenAccounts(MOST_OPEN_ACCOUNTS);

    WhenAnOrderChanges(Commands commands, EarningRule rule) {
        this.commands = commands;
        this.rule = rule;
    }

    @Bean
    Consumer<RecordBatch> shopOrders(Intakes intakes) {
        return intakes.intake(Topics.SHOP_ORDERS, this::instructTheAccount);
    }

    private Handled instructTheAccount(IncomingEvent event) {
        LoyaltyCommand command = command(event, rule);
        if (command == null) {
            return Handled.ignored();
        }
        boolean alreadySo = command instanceof NoteOrder && open.includes(command.account());
        if (!alreadySo) {
            commands.send(LoyaltyInstruction.of(command), event.origin(), event.happened());
            open.add(command.account());
        }
        return Handled.applied();
    }

    /** Null for an event that does not concern points. */
    static @Nullable LoyaltyCommand command(IncomingEvent event, EarningRule rule) {
        String account = event.customer().toString();
        OrderEvent order = event.body(OrderEvent.class);
        OrderRef ref = new OrderRef(order.shop(), order.orderId());
        return switch (event.type()) {
            case EventTypes.SHOP_ORDER_PLACED, EventTypes.SHOP_ORDER_SHIPPED, EventTypes.SHOP_ORDER_DELIVERED ->
                new NoteOrder(account, ref, event.id());
            case EventTypes.SHOP_ORDER_PAID ->
                new EarnForPayment(account, ref, new Money(order.totals().grand(), order.currency()), rule, event.id());
            case EventTypes.SHOP_ORDER_CANCELLED -> new ReverseForCancellation(account, ref, event.id());
            case EventTypes.SHOP_ORDER_RETURNED -> {
                var goods = Objects.requireNonNull(order.goods(), "a returned order names its return");
                yield new ReverseForReturn(
                        account, ref, goods.returnId(), new Money(goods.refund(), order.currency()), event.id());
            }
            default -> null;
        };
    }
}
