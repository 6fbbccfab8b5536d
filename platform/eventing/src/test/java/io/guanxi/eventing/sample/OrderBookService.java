package io.guanxi.eventing.sample;

import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.intake.Handled;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Intakes;
import io.guanxi.eventing.intake.RecordBatch;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.eventlog.Commands;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.web.AccessRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** A small service that takes orders in, notes them, shows and publishes what it noted; with switches for what may go wrong. */
@SpringBootApplication
public class OrderBookService {

    /** Orders whose events make the handler fail. */
    public final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** While true, a machine is broken. */
    public final AtomicBoolean broken = new AtomicBoolean();

    /** While true, the view has a bug. */
    public final AtomicBoolean viewBug = new AtomicBoolean();

    public static SpringApplicationBuilder application(Map<String, Object> properties) {
        return new SpringApplicationBuilder(OrderBookService.class).properties(properties);
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return EventCatalogue.builder()
                .event("order-book.noted", OrderBookEvent.Noted.class)
                .build();
    }

    @Bean
    AccessRules accessRules() {
        return new AccessRules(List.of());
    }

    @Bean
    Consumer<RecordBatch> shopOrders(Intakes intakes, Commands commands) {
        return intakes.intake(Topics.SHOP_ORDERS, event -> handle(event, commands));
    }

    private Handled handle(IncomingEvent event, Commands commands) {
        String order = event.body().path("orderId").asString();
        if (broken.get()) {
            throw new com.mongodb.MongoTimeoutException("the store is away");
        }
        if (poison.contains(order)) {
            throw new IllegalStateException("a bug");
        }
        if (event.type().equals(EventTypes.SHOP_ORDER_SHIPPED)) {
            return Handled.ignored();
        }
        String what = event.type().replaceAll("shop\\.order\\.(.*)\\.v1", "$1");
        String amount = event.body().path("totals").path("grand").asString();
        commands.send(
                new OrderBookInstruction(event.customer().toString(), event.id(), order, what, amount),
                event.origin(),
                event.happened());
        return Handled.applied();
    }

    @Bean
    View<OrderBook> orderBooks() {
        return new OrderBooks();
    }

    @Bean
    ViewStore<OrderBook> orderBookStore(Views views, View<OrderBook> orderBooks) {
        return views.store(orderBooks);
    }

    @Bean
    Publication notes() {
        return new Publication() {
            @Override
            public String name() {
                return "notes";
            }

            @Override
            public List<OutgoingEvent> translate(RecordedEvent event) {
                OrderBookEvent.Noted noted = (OrderBookEvent.Noted) event.payload();
                return List.of(new OutgoingEvent(
                        Topics.CRM_LOYALTY,
                        event.stream(),
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        Map.of("order", noted.order(), "what", noted.what())));
            }
        };
    }

    final class OrderBooks implements KeylessView<OrderBook> {

        @Override
        public String name() {
            return "order-books";
        }

        @Override
        public Class<OrderBook> document() {
            return OrderBook.class;
        }

        @Override
        public OrderBook evolve(OrderBook current, RecordedEvent event) {
            if (viewBug.get()) {
                throw new IllegalStateException("a bug in the view");
            }
            OrderBookEvent.Noted noted = (OrderBookEvent.Noted) event.payload();
            OrderBook book = current == null
                    ? new OrderBook(event.tenant(), event.stream(), List.of(), event.happened())
                    : current;
            return book.with(noted.order() + " " + noted.what(), event.happened());
        }

        @Override
        public List<ViewIndex> indexes() {
            return List.of(ViewIndex.on("tenant", "lastHappened"));
        }

        @Override
        public StateTopic<OrderBook> stateTopic() {
            return StateTopic.of(Topics.LOYALTY_ACCOUNT_STATE, book -> Map.of("notes", book.notes()));
        }
    }
}
