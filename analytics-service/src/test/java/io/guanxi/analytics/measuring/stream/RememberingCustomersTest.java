package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a customer beside the sums. */
class RememberingCustomersTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    private final Shop shop = new Shop("acme", "web");
    private final String customer = shop.key("7");

    @TempDir
    Path folder;

    private RunningTopology running;

    @BeforeEach
    void start() {
        running = new RunningTopology(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void tiers_and_stages_hold_from_the_moment_that_their_events_tell() {
        tier("gold", NOON);
        tier("silver", NOON.minus(Duration.ofDays(20)));
        tier("silver", NOON.minus(Duration.ofDays(20)));
        stage("active", NOON);
        var history = running.customer(customer).history();
        assertThat(history.tiers().asOf(LocalDate.parse("2026-01-31"))).isEqualTo("silver");
        assertThat(history.tiers().asOf(LocalDate.parse("2026-02-01"))).isEqualTo("gold");
        assertThat(history.tiers().asOf(LocalDate.parse("2026-01-01"))).isNull();
        assertThat(history.tiers().values()).hasSize(2);
        assertThat(history.stages().asOf(LocalDate.parse("2026-02-01"))).isEqualTo("active");
    }

    @Test
    void only_the_bonus_for_a_referral_is_a_referral_and_each_counts_once() {
        bonus("referral-referrer", "points", "o1", NOON);
        bonus("referral-referrer", "points", "o1", NOON);
        bonus("referral-referrer", "status", "o1", NOON);
        bonus("referral-referrer", "points", "o2", NOON.plus(Duration.ofDays(1)));
        bonus("referral-friend", "points", "o3", NOON);
        assertThat(running.customer(customer).history().referrals())
                .containsOnly(
                        Map.entry("web/o1", LocalDate.parse("2026-02-01")),
                        Map.entry("web/o2", LocalDate.parse("2026-02-02")));
    }

    @Test
    void a_customer_of_whom_no_order_is_known_is_neither_published_nor_counted() {
        tier("gold", NOON);
        assertThat(running.values()).isEmpty();
        assertThat(running.totals("acme").customers()).isZero();
        running.publish(shop.paid("7", "o1", "2026-01-05", "47.39", 3));
        assertThat(running.totals("acme").customers()).isEqualTo(1);
        assertThat(running.customer(customer).history().tiers().values()).hasSize(1);
    }

    @Test
    void a_customer_kept_without_a_history_gets_it_from_the_orders() {
        Shop.Event first = shop.paid("7", "o1", "2026-01-05", "47.39", 3);
        running.publish(first);
        running.publish(shop.paid("7", "o2", "2026-01-09", "10.00", 1));
        PurchaseHistory kept = running.customer(customer).history().purchases();
        forgetTheHistory();
        assertThat(running.customer(customer).history().purchases()).isEqualTo(kept);

        running.publish(shop.paid("7", "o3", "2026-01-10", "1.00", 1));
        running.publish(first.of("shop.order.cancelled.v1").at("2026-01-11T00:00:00Z"));
        PurchaseHistory after = running.customer(customer).history().purchases();
        assertThat(after).isEqualTo(PurchaseHistory.of(flowsOfAllOrders()));
        assertThat(after.present().orders()).isEqualTo(2);
        assertThat(after.asOf(LocalDate.parse("2026-01-10")).orders()).isEqualTo(3);
    }

    @Test
    void a_history_that_fills_pages_is_the_same_as_one_that_does_not() {
        for (int order = 0; order < 3 * Paging.MOST_LATELY; order++) {
            Shop.Event paid = shop.paid("7", "o" + order, "1990-01-01", "1", 1)
                    .at(Instant.parse("1990-01-01T00:00:00Z")
                            .plus(Duration.ofDays(order))
                            .toString());
            running.publish(paid);
            if (order % 7 == 0) {
                running.publish(paid.of("shop.order.cancelled.v1")
                        .at(paid.happened().plus(Duration.ofDays(400)).toString()));
            }
        }
        CustomerEntry entry = running.customer(customer);
        assertThat(entry.paging().pages()).isEqualTo(3);
        assertThat(entry.history().purchases()).isEqualTo(PurchaseHistory.of(flowsOfAllOrders()));
        assertThat(entry.history().purchases().present().orders())
                .isEqualTo(entry.facts().orders());
    }

    @Test
    void an_order_that_comes_later_than_the_grace_is_counted_as_late_and_taken_in() {
        running.publish(shop.paid("7", "o1", "2026-03-31", "10.00", 1));
        running.pass(Duration.ofSeconds(1));
        running.revise("acme", 1, running.proposals().getLast().measured());
        running.publish(shop.paid("7", "o2", "2026-03-01", "10.00", 1));
        assertThat(running.counted(AnalyticsSignals.EVENTS_LATE)).isZero();
        Shop.Event late = shop.paid("7", "o3", "2026-02-28", "10.00", 1);
        running.publish(late);
        running.publish(late);
        assertThat(running.counted(AnalyticsSignals.EVENTS_LATE)).isEqualTo(1);
        assertThat(running.totals("acme").orders()).isEqualTo(3);
        assertThat(running.customer(customer)
                        .history()
                        .purchases()
                        .asOf(LocalDate.parse("2026-02-28"))
                        .orders())
                .isEqualTo(1);
    }

    @Test
    void topics_with_different_numbers_of_partitions_are_refused_before_anything_is_read() {
        SourceTopics.requireEqual(Map.of("shop.orders.v1", 6, "crm.loyalty.v1", 6));
        assertThatThrownBy(() -> SourceTopics.requireEqual(Map.of("shop.orders.v1", 6, "crm.loyalty.v1", 3)))
                .hasMessageContaining("crm.loyalty.v1=3")
                .hasMessageContaining("expected: as many of each topic");
    }

    private List<Flow> flowsOfAllOrders() {
        List<Flow> flows = new ArrayList<>();
        new StoredCustomers(running.store(ValueTopology.CUSTOMERS), running.store(ValueTopology.ORDERS))
                .eachOrderOf("acme", (customer, order) -> flows.addAll(OrderFlows.of(order)));
        return flows;
    }

    /** The first layout was the facts and two numbers, which are zero here. */
    private void forgetTheHistory() {
        FactsChange facts = new FactsChange(running.customer(customer).facts(), CustomerFacts.NOTHING);
        byte[] firstLayout = StoredForms.pack(new CustomerChange(facts, Counted.PLAIN, Counted.PLAIN));
        firstLayout[0] = 1;
        running.store(ValueTopology.CUSTOMERS).put(StoreKeys.customer(customer), firstLayout);
    }

    private void tier(String to, Instant at) {
        running.tell(
                Topics.CRM_LOYALTY,
                customer,
                EventTypes.CRM_LOYALTY_TIER_CHANGED,
                "tier-" + to + at,
                at,
                Map.of("customerId", shop.customerId("7"), "to", to, "reason", "qualified", "ruleVersion", 1));
    }

    private void stage(String to, Instant at) {
        running.tell(
                Topics.CRM_CUSTOMERS,
                customer,
                EventTypes.CRM_CUSTOMER_STAGE_CHANGED,
                "stage-" + to + at,
                at,
                Map.of(
                        "customerId",
                        shop.customerId("7"),
                        "to",
                        to,
                        "cause",
                        Map.of("kind", "first-order"),
                        "happened",
                        at.toString()));
    }

    private void bonus(String kind, String purse, String order, Instant at) {
        running.tell(
                Topics.CRM_LOYALTY,
                customer,
                EventTypes.CRM_LOYALTY_BONUS_GRANTED,
                purse + order,
                at,
                Map.of(
                        "customerId",
                        shop.customerId("7"),
                        "entryId",
                        purse + order,
                        "purse",
                        purse,
                        "points",
                        200,
                        "balance",
                        379,
                        "kind",
                        kind,
                        "ruleVersion",
                        3,
                        "shop",
                        "web",
                        "orderId",
                        order));
    }
}
