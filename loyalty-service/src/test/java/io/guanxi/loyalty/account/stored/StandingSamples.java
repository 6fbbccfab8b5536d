package io.guanxi.loyalty.account.stored;

import static io.guanxi.loyalty.account.stored.Samples.AT;
import static io.guanxi.loyalty.account.stored.Samples.BARE_FACTS;
import static io.guanxi.loyalty.account.stored.Samples.BARE_STANDING;
import static io.guanxi.loyalty.account.stored.Samples.COUNT;
import static io.guanxi.loyalty.account.stored.Samples.FACTS;
import static io.guanxi.loyalty.account.stored.Samples.LATER;
import static io.guanxi.loyalty.account.stored.Samples.ORDER;
import static io.guanxi.loyalty.account.stored.Samples.PAID;
import static io.guanxi.loyalty.account.stored.Samples.STANDING;
import static io.guanxi.loyalty.account.stored.Samples.found;

import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import io.guanxi.test.EventJson;
import java.util.List;

/** What is known of a customer, and what moves no points. */
final class StandingSamples {

    private StandingSamples() {}

    static EventJson<LoyaltyEvent> facts(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new Fact.PaymentNoted(FACTS, "event-1", AT), new Fact.PaymentNoted(BARE_FACTS, "event-1", AT))
                .sample(
                        new Fact.DeliveryNoted(ORDER, LATER, "event-1", AT),
                        new Fact.DeliveryNoted(ORDER, LATER, "event-1", AT))
                .sample(
                        new Fact.ReturnNoted(ORDER, "R-1", PAID, "event-1", AT),
                        new Fact.ReturnNoted(ORDER, "R-1", PAID, "event-1", AT))
                .sample(
                        new Fact.PaidOrderCancelled(ORDER, "event-1", AT),
                        new Fact.PaidOrderCancelled(ORDER, "event-1", AT))
                .sample(new Fact.GradeNoted("platinum", "event-1", AT), new Fact.GradeNoted(null, "event-1", AT))
                .sample(
                        new Fact.ReferralClaimed("acme/c-2", ORDER, 2, 14, "event-1", AT),
                        new Fact.ReferralClaimed("acme/c-2", ORDER, 2, 14, "event-1", AT))
                .sample(
                        new Fact.ReferralBecameFinal("acme/c-2", ORDER, "event-1", AT),
                        new Fact.ReferralBecameFinal("acme/c-2", ORDER, "event-1", AT))
                .sample(
                        new Fact.ReferralConfirmed("acme/c-2", ORDER, found("a-policy", true), "event-1", AT),
                        new Fact.ReferralConfirmed("acme/c-2", ORDER, List.of(), "event-1", AT))
                .sample(
                        new Fact.ReferralRefused("acme/c-2", ORDER, found("a-policy", true), "event-1", AT),
                        new Fact.ReferralRefused("acme/c-2", ORDER, List.of(), "event-1", AT))
                .sample(
                        new Fact.FamilyJoined("acme/family-1", "event-1", AT),
                        new Fact.FamilyJoined("acme/family-1", "event-1", AT))
                .sample(
                        new Fact.FamilyLeft("acme/family-1", "leave:acme/family-1:event-1", "event-1", AT),
                        new Fact.FamilyLeft("acme/family-1", null, "event-1", AT),
                        new Fact.FamilyLeft("acme/family-1", null, "event-1", AT));
    }

    static EventJson<LoyaltyEvent> tiers(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new TierEvent.TierChanged(
                                "silver",
                                STANDING,
                                TierEvent.Reason.QUALIFIED,
                                COUNT,
                                2,
                                found("a-policy", true),
                                "event-1",
                                AT),
                        new TierEvent.TierChanged(
                                null, BARE_STANDING, TierEvent.Reason.QUALIFIED, COUNT, 2, List.of(), "event-1", AT))
                .sample(
                        new TierEvent.TierKept(STANDING, COUNT, 2, found("a-policy", true), "event-1", AT),
                        new TierEvent.TierKept(BARE_STANDING, COUNT, 2, List.of(), "event-1", AT))
                .sample(
                        new TierEvent.TierGraceBegan(STANDING, COUNT, 2, found("a-policy", true), "event-1", AT),
                        new TierEvent.TierGraceBegan(BARE_STANDING, COUNT, 2, List.of(), "event-1", AT))
                .sample(
                        new TierEvent.TierFloorChanged(
                                "silver",
                                STANDING,
                                TierEvent.Reason.FLOOR_SET,
                                2,
                                found("a-policy", true),
                                "event-1",
                                AT),
                        new TierEvent.TierFloorChanged(
                                null, BARE_STANDING, TierEvent.Reason.FLOOR_SET, 2, List.of(), "event-1", AT));
    }

    static EventJson<LoyaltyEvent> vouchers(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new VoucherEvent.VoucherIssued(
                                "voucher-1", "ten-off", PAID, "hold-1", "entry-1", LATER, "event-1", AT),
                        new VoucherEvent.VoucherIssued(
                                "voucher-1", "ten-off", PAID, "hold-1", "entry-1", LATER, "event-1", AT))
                .sample(
                        new VoucherEvent.VoucherReserved("voucher-1", ORDER, LATER, "event-1", AT),
                        new VoucherEvent.VoucherReserved("voucher-1", ORDER, LATER, "event-1", AT))
                .sample(
                        new VoucherEvent.VoucherReleased("voucher-1", true, "event-1", AT),
                        new VoucherEvent.VoucherReleased("voucher-1", true, "event-1", AT))
                .sample(
                        new VoucherEvent.VoucherRedeemed("voucher-1", "ten-off", PAID, ORDER, "event-1", AT),
                        new VoucherEvent.VoucherRedeemed("voucher-1", "ten-off", PAID, ORDER, "event-1", AT))
                .sample(
                        new VoucherEvent.VoucherExpired("voucher-1", "ten-off", PAID, "event-1", AT),
                        new VoucherEvent.VoucherExpired("voucher-1", "ten-off", PAID, "event-1", AT));
    }
}
