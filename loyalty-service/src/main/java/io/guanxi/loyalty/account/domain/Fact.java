package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the account was told, apart from what it made of it. Facts are complete: any rules can be applied to them again, at
 * any later time, without effects.
 */
public sealed interface Fact extends LoyaltyEvent {

    @Override
    Instant at();

    /** Id of the event or request that said so. */
    String cause();

    /** An order was paid. */
    record PaymentNoted(OrderFacts facts, String cause, Instant at) implements Fact {}

    /** An order was delivered. */
    record DeliveryNoted(OrderRef order, Instant delivered, String cause, Instant at) implements Fact {}

    /** Goods of a paid order came back. */
    record ReturnNoted(OrderRef order, String returnId, Money refund, String cause, Instant at) implements Fact {}

    /** A paid order was cancelled as a whole. One that is not paid yet is a {@link OrderEntry.CancellationNoted}. */
    record PaidOrderCancelled(OrderRef order, String cause, Instant at) implements Fact {}

    /** @param grade the customer's grade from now on; absent if there is none any more */
    record GradeNoted(@Nullable String grade, String cause, Instant at) implements Fact {}

    /**
     * The customer's first order says who recommended the shop.
     *
     * @param referrer their account, as {@code tenant/customerId}
     * @param finalAfterDays how many days after its delivery the order is final, by the rule of that version
     */
    record ReferralClaimed(
            String referrer, OrderRef order, int ruleVersion, int finalAfterDays, String cause, Instant at)
            implements Fact {}

    /** The order of a claimed referral is final, so that it can be judged. */
    record ReferralBecameFinal(String referrer, OrderRef order, String cause, Instant at) implements Fact {}

    /** @param findings what was examined, and what each examination found */
    record ReferralConfirmed(String referrer, OrderRef order, List<Finding> findings, String cause, Instant at)
            implements Fact {

        public ReferralConfirmed {
            findings = List.copyOf(findings);
        }
    }

    /** @param findings what was examined; the last one found the reason */
    record ReferralRefused(String referrer, OrderRef order, List<Finding> findings, String cause, Instant at)
            implements Fact {

        public ReferralRefused {
            findings = List.copyOf(findings);
        }
    }

    /** From now on available points go to the family's account. @param family its account, as {@code tenant/id} */
    record FamilyJoined(String family, String cause, Instant at) implements Fact {}

    /** @param key by which it is remembered; absent in what was stored before leavings were */
    record FamilyLeft(String family, @Nullable String key, String cause, Instant at) implements Fact {}
}
