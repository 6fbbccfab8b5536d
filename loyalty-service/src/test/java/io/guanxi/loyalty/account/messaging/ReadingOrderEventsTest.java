package io.guanxi.loyalty.account.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteDelivery;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderFacts.Goods;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The published samples, as the contracts have them, become commands. */
class ReadingOrderEventsTest {

    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "00021");
    private static final OrderRef ORDER = new OrderRef("web", "A-1001");
    private static final Instant HAPPENED = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant NOW = HAPPENED.plusSeconds(60);
    private static final Stamp STAMP = new Stamp("event-1", HAPPENED, NOW);

    @ParameterizedTest
    @ValueSource(strings = {"shop.order.placed.v1", "shop.order.shipped.v1"})
    void newsOfAnOrderOnlyOpensTheAccount(String type) {
        assertThat(command(type)).isEqualTo(new NoteOrder(CUSTOMER.toString(), ORDER, STAMP));
    }

    @Test
    void aPaidOrderIsHandedOnWithAllThatARuleMayAskFor() {
        var facts = new OrderFacts(
                ORDER,
                Money.of("34.89", "EUR"),
                HAPPENED,
                List.of(
                        new Goods("music", "Yellow River Records", new BigDecimal("25.00")),
                        new Goods("music", "Elbe Klassik", new BigDecimal("9.99"))),
                "web",
                Set.of("birthday"),
                CustomerKey.of("acme", "web", "00007").toString(),
                "9f4c1b7e02d85a36c1e7f0a4b93d6582e0175cbb4fd2a9638e51d07f3a6c2b94");
        assertThat(command("shop.order.paid.v1")).isEqualTo(new EarnForPayment(CUSTOMER.toString(), facts, STAMP));
    }

    @Test
    void aDeliveredOrderIsDeliveredWhenTheShopSays() {
        assertThat(command("shop.order.delivered.v1"))
                .isEqualTo(new NoteDelivery(CUSTOMER.toString(), ORDER, HAPPENED, STAMP));
    }

    @Test
    void aReturnReversesForItsRefund() {
        assertThat(command("shop.order.returned.v1"))
                .isEqualTo(new ReverseForReturn(CUSTOMER.toString(), ORDER, "R-1", Money.of("12.50", "EUR"), STAMP));
    }

    @Test
    void aCancelledOrderReversesAll() {
        assertThat(command("shop.order.cancelled.v1"))
                .isEqualTo(new ReverseForCancellation(CUSTOMER.toString(), ORDER, STAMP));
    }

    @Test
    void anEventThatIsDatedInTheFutureCountsAsHappeningNow() {
        Instant before = HAPPENED.minusSeconds(3600);
        var command = (EarnForPayment) command("shop.order.paid.v1", "full", before);
        assertThat(command.stamp()).isEqualTo(new Stamp("event-1", before, before));
        assertThat(command.facts().paidAt()).isEqualTo(before);
    }

    @Test
    void anOrderThatSaysNoMoreThanItMustEarnsForItsPayment() {
        var command = (EarnForPayment) command("shop.order.paid.v1", "minimal", NOW);
        assertThat(command.facts().referredBy()).isNull();
        assertThat(command.facts().addressDigest()).isNull();
        assertThat(command.facts().occasions()).isEmpty();
    }

    private static LoyaltyCommand command(String type) {
        return command(type, "full", NOW);
    }

    private static LoyaltyCommand command(String type, String sample, Instant now) {
        var body = JsonMapper.shared().readTree(sample(type, sample));
        var origin = new Origin(CUSTOMER.tenant(), "c-1", "event-1", null);
        return OrderCommands.of(new IncomingEvent("event-1", type, CUSTOMER, HAPPENED, origin, body), now);
    }

    private static byte[] sample(String type, String name) {
        try (var sample = ReadingOrderEventsTest.class.getResourceAsStream("/samples/" + type + "/" + name + ".json")) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }
}
