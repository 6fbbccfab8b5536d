package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other services tell of a customer and is remembered beside the purchases: tiers, stages and referrals. It holds from
 * when the event happened, which is when it was noticed, so that what is asked of an earlier day does not know it.
 *
 * @param id of what is told; of a referral the friend's order, which may bring points in several purses
 * @param value the tier or the stage; empty for a referral
 */
record IncomingNews(Kind kind, CustomerKey customer, String id, Instant happened, String value, Origin origin)
        implements Incoming {

    private static final String REFERRAL = "referral-referrer";

    private static final Set<String> TYPES = Set.of(
            EventTypes.CRM_LOYALTY_TIER_CHANGED,
            EventTypes.CRM_LOYALTY_BONUS_GRANTED,
            EventTypes.CRM_CUSTOMER_STAGE_CHANGED);

    /** What it tells of. */
    enum Kind {
        TIER,
        STAGE,
        REFERRAL
    }

    private record Change(String to) {}

    private record Bonus(
            String kind, @Nullable String shop, @Nullable String orderId) {}

    /** Whether events of a type tell something; all others of these topics are passed over unread. */
    static boolean isToldBy(@Nullable String type) {
        return type != null && TYPES.contains(type);
    }

    /** Null if it tells nothing after all: a bonus for something else. */
    static @Nullable IncomingNews of(IncomingEvent event) {
        return switch (event.type()) {
            case EventTypes.CRM_LOYALTY_TIER_CHANGED ->
                news(Kind.TIER, event, event.body(Change.class).to());
            case EventTypes.CRM_CUSTOMER_STAGE_CHANGED ->
                news(Kind.STAGE, event, event.body(Change.class).to());
            default -> referral(event);
        };
    }

    private static @Nullable IncomingNews referral(IncomingEvent event) {
        Bonus bonus = event.body(Bonus.class);
        String id = bonus.orderId() == null ? event.id() : bonus.shop() + "/" + bonus.orderId();
        return bonus.kind().equals(REFERRAL)
                ? new IncomingNews(Kind.REFERRAL, event.customer(), id, event.happened(), "", event.origin())
                : null;
    }

    private static IncomingNews news(Kind kind, IncomingEvent event, String value) {
        return new IncomingNews(kind, event.customer(), event.id(), event.happened(), value, event.origin());
    }

    /** Equal to the history if it was known already. */
    CustomerHistory addedTo(CustomerHistory history) {
        return switch (kind) {
            case TIER -> history.withTiers(history.tiers().with(happened, value));
            case STAGE -> history.withStages(history.stages().with(happened, value));
            case REFERRAL -> history.withReferral(id, Measures.day(happened));
        };
    }
}
