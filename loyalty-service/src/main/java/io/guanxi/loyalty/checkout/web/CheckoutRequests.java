package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shops send. Each throws {@link io.guanxi.web.RequestRefused} that names all that is wrong. */
final class CheckoutRequests {

    private CheckoutRequests() {}

    /** Finds out whose points pay. */
    @FunctionalInterface
    interface Paying {
        CustomerKey by(CustomerKey customer, boolean fromFamily);
    }

    /** Either {@code customerId}, or {@code shop} and {@code externalId}. */
    record Customer(
            @Nullable String customerId,
            @Nullable String shop,
            @Nullable String externalId) {}

    /** @param orderId the shop's number of the order; of a quote it may be absent */
    record Order(@Nullable String shop, @Nullable String orderId) {}

    /** @param amount what the line costs, as text */
    record Line(
            @Nullable String category,
            @Nullable String brand,
            @Nullable String amount) {}

    /**
     * A customer and what the basket holds.
     *
     * @param order may be absent, or have no number, as long as there is none
     * @param total what would be paid, as text
     * @param occasions such as {@code birthday}
     */
    record Basket(
            @Nullable Customer customer,
            @Nullable Order order,
            @Nullable String currency,
            @Nullable String total,
            @Nullable List<@Nullable Line> lines,
            @Nullable String channel,
            @Nullable List<@Nullable String> occasions) {

        /** A basket that has no number yet; no order has this one, for shops' numbers are never empty. */
        private static final String NO_NUMBER = "";

        Asked read(String tenant, Instant now) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            OrderRef ref = order == null || order.orderId() == null
                    ? new OrderRef(order == null || order.shop() == null ? "" : order.shop(), NO_NUMBER)
                    : fields.order(order);
            Money paid = fields.money(total, currency);
            List<OrderFacts.Goods> goods = goods(fields);
            String through = fields.word("/channel", channel);
            Set<String> falls = Set.copyOf(fields.words("/occasions", occasions));
            fields.refuseIfAnyIsWrong();
            return new Asked(known(key), new OrderFacts(ref, paid, now, goods, through, falls, null, null));
        }

        private List<OrderFacts.Goods> goods(Fields fields) {
            var goods = new ArrayList<OrderFacts.Goods>();
            for (Line line : fields.list("/lines", lines)) {
                String pointer = "/lines/" + goods.size();
                goods.add(new OrderFacts.Goods(
                        fields.word(pointer + "/category", line.category()),
                        fields.word(pointer + "/brand", line.brand()),
                        fields.amount(pointer + "/amount", line.amount())));
            }
            return goods;
        }
    }

    record Asked(CustomerKey customer, OrderFacts basket) {}

    /**
     * @param purse {@code points} if absent
     * @param keepForSeconds as long as the programme allows if absent
     * @param fromFamily whether the points of the customer's family pay
     */
    record Holding(
            @Nullable Customer customer,
            @Nullable Order order,
            @Nullable String purse,
            @Nullable Long points,
            @Nullable Long keepForSeconds,
            @Nullable Boolean fromFamily) {

        LoyaltyCommand.HoldPoints read(String tenant, String name, Stamp stamp, Paying paying) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            OrderRef ref = fields.order(order);
            String of = purse == null ? LedgerEntry.MAIN_PURSE : fields.code("/purse", purse);
            long asked = fields.points("/points", points);
            Instant until = stamp.at().plus(fields.keepFor(keepForSeconds));
            fields.refuseIfAnyIsWrong();
            HoldId hold = HoldId.of(paying.by(known(key), Boolean.TRUE.equals(fromFamily)), name);
            return new LoyaltyCommand.HoldPoints(hold.account(), hold.toString(), of, asked, ref, until, stamp);
        }
    }

    /**
     * @param returnId the shop's name for this return; the same counts once
     * @param points all that is left if absent
     */
    record Return(@Nullable String returnId, @Nullable Long points) {

        LoyaltyCommand.ReturnSpent read(HoldId hold, Stamp stamp) {
            var fields = new Fields();
            String id = fields.id("/returnId", returnId);
            Long asked = points == null ? null : fields.points("/points", points);
            fields.refuseIfAnyIsWrong();
            return new LoyaltyCommand.ReturnSpent(hold.account(), hold.toString(), id, asked, stamp);
        }
    }

    /** @param fromFamily whether the points of the customer's family pay; the reward is the family's then */
    record Redemption(
            @Nullable Customer customer,
            @Nullable String reward,
            @Nullable Boolean fromFamily) {

        LoyaltyCommand.HoldForReward read(String tenant, String name, Stamp stamp, Paying paying) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            String code = fields.code("/reward", reward);
            fields.refuseIfAnyIsWrong();
            HoldId hold = HoldId.of(paying.by(known(key), Boolean.TRUE.equals(fromFamily)), name);
            return new LoyaltyCommand.HoldForReward(hold.account(), hold.toString(), code, stamp);
        }
    }

    /**
     * @param order of a release: whichever keeps the voucher aside if absent
     * @param keepForSeconds of a reservation: as long as the programme allows if absent
     */
    record VoucherUse(
            @Nullable Customer customer,
            @Nullable Order order,
            @Nullable Long keepForSeconds) {

        LoyaltyCommand.ReserveVoucher reserve(String tenant, String voucher, Stamp stamp) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            OrderRef ref = fields.order(order);
            Instant until = stamp.at().plus(fields.keepFor(keepForSeconds));
            fields.refuseIfAnyIsWrong();
            return new LoyaltyCommand.ReserveVoucher(known(key).toString(), voucher, ref, until, stamp);
        }

        LoyaltyCommand.RedeemVoucher redeem(String tenant, String voucher, Stamp stamp) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            OrderRef ref = fields.order(order);
            fields.refuseIfAnyIsWrong();
            return new LoyaltyCommand.RedeemVoucher(known(key).toString(), voucher, ref, stamp);
        }

        LoyaltyCommand.ReleaseVoucher release(String tenant, String voucher, Stamp stamp) {
            var fields = new Fields();
            CustomerKey key = fields.customer(tenant, customer);
            OrderRef ref = order == null ? null : fields.order(order);
            fields.refuseIfAnyIsWrong();
            return new LoyaltyCommand.ReleaseVoucher(known(key).toString(), voucher, ref, stamp);
        }
    }

    private static CustomerKey known(@Nullable CustomerKey key) {
        if (key == null) {
            throw new IllegalStateException("a customer that cannot be read is refused before");
        }
        return key;
    }
}
