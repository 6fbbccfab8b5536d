package io.guanxi.loyalty.account.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.EarningRule;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.OrderRef;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The published samples, as the contracts have them, become commands. */
class ReadingOrderEventsTest {

    private static final EarningRule RULE = new EarningRule(1, BigDecimal.ONE, Map.of(), RoundingMode.DOWN);
    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "00021");
    private static final OrderRef ORDER = new OrderRef("web", "A-1001");

    @ParameterizedTest
    @ValueSource(strings = {"shop.order.placed.v1", "shop.order.shipped.v1", "shop.order.delivered.v1"})
    void newsOfAnOrderOnlyOpensTheAccount(String type) {
        assertThat(command(type)).isEqualTo(new NoteOrder(CUSTOMER.toString(), ORDER, "event-1"));
    }

    @Test
    void aPaidOrderEarnsForItsGrandTotal() {
        assertThat(command("shop.order.paid.v1"))
                .isEqualTo(new EarnForPayment(CUSTOMER.toString(), ORDER, Money.of("34.89", "EUR"), RULE, "event-1"));
    }

    @Test
    void aReturnReversesForItsRefund() {
        assertThat(command("shop.order.returned.v1"))
                .isEqualTo(
                        new ReverseForReturn(CUSTOMER.toString(), ORDER, "R-1", Money.of("12.50", "EUR"), "event-1"));
    }

    @Test
    void aCancelledOrderReversesAll() {
        assertThat(command("shop.order.cancelled.v1"))
                .isEqualTo(new ReverseForCancellation(CUSTOMER.toString(), ORDER, "event-1"));
    }

    private static LoyaltyCommand command(String type) {
        var body = JsonMapper.shared().readTree(sample(type));
        var origin = new Origin(CUSTOMER.tenant(), "c-1", "event-1", null);
        var event = new IncomingEvent("event-1", type, CUSTOMER, Instant.parse("2026-03-01T09:30:00Z"), origin, body);
        return WhenAnOrderChanges.command(event, RULE);
    }

    private static byte[] sample(String type) {
        try (var sample = ReadingOrderEventsTest.class.getResourceAsStream("/samples/" + type + "/full.json")) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }
}
