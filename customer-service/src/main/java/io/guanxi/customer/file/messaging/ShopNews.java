package io.guanxi.customer.file.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.contact.ContactForm;
import io.guanxi.customer.file.contact.UnusableProfile;
import io.guanxi.customer.file.domain.CustomerCommand.NoteOrder;
import io.guanxi.customer.file.domain.CustomerRejection.CustomerErased;
import io.guanxi.eventing.intake.Handled;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.eventing.intake.Intakes;
import io.guanxi.eventing.intake.RecordBatch;
import io.guanxi.kernel.CommandRefused;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that shops write to, each event as one command. */
@Configuration(proxyBeanMethods = false)
class ShopNews {

    @Bean
    Consumer<RecordBatch> shopOrders(Intakes intakes, CustomerFiles files) {
        return intakes.intake(Topics.SHOP_ORDERS, event -> noted(event, files));
    }

    @Bean
    Consumer<RecordBatch> shopCustomers(Intakes intakes, CustomerFiles files) {
        return intakes.intake(Topics.SHOP_CUSTOMERS, event -> learned(event, files));
    }

    private static Handled noted(IncomingEvent event, CustomerFiles files) {
        var news = event.body(OrderNews.class);
        var placedAt = news.placedAt();
        var order = new NoteOrder(
                news.shop(),
                news.buyer().externalId(),
                news.orderId(),
                placedAt == null ? event.happened() : placedAt,
                event.type().equals(EventTypes.SHOP_ORDER_CANCELLED));
        files.note(event.customer(), order, event.origin(), event.happened());
        return Handled.applied();
    }

    private static Handled learned(IncomingEvent event, CustomerFiles files) {
        var news = event.body(CustomerNews.class);
        try {
            learn(event, news, files);
            return Handled.applied();
        } catch (UnusableProfile unusable) {
            throw new CommandRefused(ContactDataIsUnusable.of(unusable));
        } catch (CommandRefused refused) {
            if (refused.reason() instanceof CustomerErased) {
                return Handled.ignored();
            }
            throw refused;
        }
    }

    private static void learn(IncomingEvent event, CustomerNews news, CustomerFiles files) {
        var profile = ContactForm.profile(news.profile().given());
        if (event.type().equals(EventTypes.SHOP_CUSTOMER_REGISTERED)) {
            files.register(event.customer(), news.shop(), news.externalId(), profile, event.origin(), event.happened());
        } else {
            files.learn(event.customer(), news.shop(), news.externalId(), profile, event.origin(), event.happened());
        }
    }
}
