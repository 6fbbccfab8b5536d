package io.guanxi.loyalty.measure.view.purchases;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import io.guanxi.loyalty.measure.domain.Campaigns;
import io.guanxi.loyalty.measure.domain.Purchase;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A document of bounded size for each account that bought something. */
@Component
class PurchasesView implements KeylessView<CustomerPurchases> {

    private final Function<String, RuleBook> rules;

    @Autowired
    PurchasesView(RuleBooks rules) {
        this(rules::of);
    }

    /** @param rules by tenant */
    PurchasesView(Function<String, RuleBook> rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public Class<CustomerPurchases> document() {
        return CustomerPurchases.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return news(event) == null ? List.of() : List.of(event.stream());
    }

    @Override
    public @Nullable CustomerPurchases evolve(@Nullable CustomerPurchases current, RecordedEvent event) {
        UnaryOperator<PurchaseHistory> news = news(event);
        PurchaseHistory before = current == null ? PurchaseHistory.NONE : current.history();
        PurchaseHistory after = news == null ? before : news.apply(before);
        return after.equals(before) ? current : new CustomerPurchases(event.tenant(), draw(event.stream()), after);
    }

    /** What an event says of an order; null if nothing that matters here. */
    private @Nullable UnaryOperator<PurchaseHistory> news(RecordedEvent event) {
        if (!(event.payload() instanceof LoyaltyEvent happening)) {
            return null;
        }
        return switch (happening) {
            case Fact e -> news(e);
            case OrderEntry e -> news(e, event);
            case CheckoutEntry e -> news(e);
            case VoucherEvent e -> news(e);
            case LoyaltyEvent.AccountOpened e -> null;
            case LoyaltyEvent.DueSet e -> null;
            case TimeEntry e -> null;
            case GiftEntry e -> null;
            case TierEvent e -> null;
        };
    }

    private static @Nullable UnaryOperator<PurchaseHistory> news(Fact fact) {
        return switch (fact) {
            case Fact.PaymentNoted e -> {
                OrderFacts facts = e.facts();
                yield history -> history.paid(name(facts.order()), facts.paidAt(), facts.channel());
            }
            case Fact.PaidOrderCancelled e -> history -> history.cancelled(name(e.order()));
            case Fact.DeliveryNoted e -> null;
            case Fact.ReturnNoted e -> null;
            case Fact.GradeNoted e -> null;
            case Fact.ReferralClaimed e -> null;
            case Fact.ReferralBecameFinal e -> null;
            case Fact.ReferralConfirmed e -> null;
            case Fact.ReferralRefused e -> null;
            case Fact.FamilyJoined e -> null;
            case Fact.FamilyLeft e -> null;
        };
    }

    /** The oldest entries, which have no times, stand without the facts: then the payment happened when they did. */
    private @Nullable UnaryOperator<PurchaseHistory> news(OrderEntry entry, RecordedEvent event) {
        boolean alone = entry.at() == null;
        String order = name(entry.order());
        return switch (entry) {
            case OrderEntry.PointsEarned e ->
                history -> (alone ? history.paid(order, event.happened(), null) : history)
                        .withMore(order, purchase -> inCampaign(e, event) ? purchase.inCampaign() : purchase);
            case OrderEntry.NothingEarned e -> alone ? history -> history.paid(order, event.happened(), null) : null;
            case OrderEntry.PointsReversedByCancellation e -> alone ? history -> history.cancelled(order) : null;
            case OrderEntry.PointsReversedByReturn e -> null;
            case OrderEntry.RefundCarriedForward e -> null;
            case OrderEntry.CancellationNoted e -> history -> history.with(order, Purchase::asCancelled);
            case OrderEntry.EarningCorrected e -> null;
        };
    }

    private static @Nullable UnaryOperator<PurchaseHistory> news(CheckoutEntry entry) {
        return switch (entry) {
            case CheckoutEntry.PointsSpent e -> {
                OrderRef order = e.order();
                yield order == null ? null : history -> history.with(name(order), Purchase::withPoints);
            }
            case CheckoutEntry.PointsHeld e -> null;
            case CheckoutEntry.HoldReleased e -> null;
            case CheckoutEntry.PointsReturned e -> null;
        };
    }

    private static @Nullable UnaryOperator<PurchaseHistory> news(VoucherEvent event) {
        return switch (event) {
            case VoucherEvent.VoucherRedeemed e -> history -> history.with(name(e.order()), Purchase::withVoucher);
            case VoucherEvent.VoucherIssued e -> null;
            case VoucherEvent.VoucherReserved e -> null;
            case VoucherEvent.VoucherReleased e -> null;
            case VoucherEvent.VoucherExpired e -> null;
        };
    }

    private boolean inCampaign(OrderEntry.PointsEarned entry, RecordedEvent event) {
        return !entry.terms().isEmpty()
                && rules.apply(event.tenant())
                        .find(entry.rule().version())
                        .map(version -> Campaigns.anyOf(entry.terms(), version.rules()))
                        .orElse(false);
    }

    private static String name(OrderRef order) {
        return order.shop().length() + ":" + order.shop() + "/" + order.orderId();
    }

    private static long draw(String account) {
        var digest = new CRC32();
        digest.update(account.getBytes(StandardCharsets.UTF_8));
        return digest.getValue();
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on("tenant", "draw"));
    }
}
