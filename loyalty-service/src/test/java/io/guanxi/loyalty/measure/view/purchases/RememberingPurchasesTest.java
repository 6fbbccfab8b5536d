package io.guanxi.loyalty.measure.view.purchases;

import static io.guanxi.loyalty.liability.RecordedEntries.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import io.guanxi.loyalty.liability.RecordedEntries;
import io.guanxi.loyalty.liability.domain.Entries;
import io.guanxi.loyalty.measure.domain.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RememberingPurchasesTest {

    private static final Instant PAID = Instant.parse("2026-11-11T02:00:00Z");
    private static final String AT = "2026-11-11T02:00:00Z";
    private static final Money HUNDRED = Money.of("100.00", "CNY");

    private final PurchasesView view = new PurchasesView(tenant -> RecordedEntries.RULES);
    private @Nullable CustomerPurchases document;
    private long position;

    private void fold(Object payload) {
        var event = event(position++, payload, AT, AT);
        if (!view.keys(event).isEmpty()) {
            document = view.evolve(document, event);
        }
    }

    private List<Purchase> purchases() {
        return document == null ? List.of() : document.history().purchases();
    }

    private static Object earned(int version, TermShare... terms) {
        return earnedAt(PAID, version, terms);
    }

    private static Object earnedAt(@Nullable Instant at, int version, TermShare... terms) {
        return new OrderEntry.PointsEarned(
                "e",
                Entries.ORDER,
                HUNDRED,
                new AppliedRule(version, BigDecimal.ONE, RoundingMode.DOWN),
                List.of(),
                100,
                100,
                "cause",
                "points",
                List.of(terms),
                Entries.lot("e", PAID, null),
                List.of(Entries.in("e", 100)),
                at);
    }

    private static Object paid() {
        return new Fact.PaymentNoted(
                new OrderFacts(Entries.ORDER, HUNDRED, PAID, List.of(), "app", Set.of(), null, null), "cause", PAID);
    }

    private static TermShare gave(String term) {
        return new TermShare(term, BigDecimal.TEN, BigDecimal.ONE, 0, BigDecimal.ONE);
    }

    @Test
    void whatHappensToAnOrderComesTogether() {
        fold(Entries.spent(PAID, Entries.out("l", 5)));
        fold(paid());
        fold(earned(1, gave("base"), gave("welcome")));
        fold(new VoucherEvent.VoucherRedeemed("v", "tea", HUNDRED, Entries.ORDER, "cause", PAID));
        assertThat(purchases()).containsExactly(new Purchase("3:web/A-1", PAID, "app", true, true, true, false));
        fold(new Fact.PaidOrderCancelled(Entries.ORDER, "cause", PAID));
        assertThat(purchases().getFirst().cancelled()).isTrue();
    }

    @Test
    void aPlainOrderIsNoCampaignAndAVersionThatIsGoneSaysNothing() {
        fold(paid());
        fold(earned(1, gave("base")));
        assertThat(purchases().getFirst().campaign()).isFalse();
        fold(earned(77, gave("welcome")));
        assertThat(purchases().getFirst().campaign()).isFalse();
    }

    @Test
    void theOldestEntriesStandForThePayment() {
        fold(earnedAt(null, 1));
        assertThat(purchases().getFirst().paidAt()).isEqualTo(PAID);
        assertThat(purchases().getFirst().channel()).isNull();
    }

    @Test
    void anEntryBesideItsFactsIsNoOrderOfItsOwn() {
        fold(earned(1, gave("base"), gave("welcome")));
        assertThat(purchases()).isEmpty();
    }

    @Test
    void anOrderThatWasCancelledBeforeItsPaymentWasHeardOfDoesNotCount() {
        fold(new OrderEntry.CancellationNoted("c", Entries.ORDER, List.of(), 0, "cause", "points", PAID));
        fold(paid());
        assertThat(purchases()).containsExactly(new Purchase("3:web/A-1", PAID, "app", false, false, false, true));
    }

    @Test
    void whatIsNoOrderIsNotRemembered() {
        fold(Entries.goodwill(PAID, "g", 5));
        fold(new Fact.DeliveryNoted(new OrderRef("web", "A-1"), PAID, "cause", PAID));
        fold("another feature's event");
        assertThat(purchases()).isEmpty();
    }
}
