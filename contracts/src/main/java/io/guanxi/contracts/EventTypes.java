package io.guanxi.contracts;

import java.util.List;

/** The {@code ce_type} of everything that is published, as written on the wire. */
public final class EventTypes {

    public static final String SHOP_ORDER_PLACED = "shop.order.placed.v1";
    public static final String SHOP_ORDER_PAID = "shop.order.paid.v1";
    public static final String SHOP_ORDER_SHIPPED = "shop.order.shipped.v1";
    public static final String SHOP_ORDER_DELIVERED = "shop.order.delivered.v1";
    public static final String SHOP_ORDER_CANCELLED = "shop.order.cancelled.v1";
    public static final String SHOP_ORDER_RETURNED = "shop.order.returned.v1";

    public static final String SHOP_CUSTOMER_REGISTERED = "shop.customer.registered.v1";
    public static final String SHOP_CUSTOMER_PROFILE_CHANGED = "shop.customer.profile-changed.v1";

    public static final String CRM_CUSTOMER_RECOGNISED = "crm.customer.recognised.v1";
    public static final String CRM_CUSTOMER_REGISTERED = "crm.customer.registered.v1";
    public static final String CRM_CUSTOMER_PROFILE_CHANGED = "crm.customer.profile-changed.v1";
    public static final String CRM_CUSTOMER_STAGE_CHANGED = "crm.customer.stage-changed.v1";

    public static final String CRM_LOYALTY_ACCOUNT_OPENED = "crm.loyalty.account-opened.v1";
    public static final String CRM_LOYALTY_POINTS_EARNED = "crm.loyalty.points-earned.v1";
    public static final String CRM_LOYALTY_POINTS_REVERSED = "crm.loyalty.points-reversed.v1";
    public static final String CRM_LOYALTY_POINTS_MATURED = "crm.loyalty.points-matured.v1";
    public static final String CRM_LOYALTY_POINTS_EXPIRED = "crm.loyalty.points-expired.v1";
    public static final String CRM_LOYALTY_POINTS_SPENT = "crm.loyalty.points-spent.v1";
    public static final String CRM_LOYALTY_POINTS_RETURNED = "crm.loyalty.points-returned.v1";
    public static final String CRM_LOYALTY_POINTS_TRANSFERRED_OUT = "crm.loyalty.points-transferred-out.v1";
    public static final String CRM_LOYALTY_POINTS_TRANSFERRED_IN = "crm.loyalty.points-transferred-in.v1";
    public static final String CRM_LOYALTY_POINTS_ADJUSTED = "crm.loyalty.points-adjusted.v1";
    public static final String CRM_LOYALTY_GOODWILL_GRANTED = "crm.loyalty.goodwill-granted.v1";
    public static final String CRM_LOYALTY_BONUS_GRANTED = "crm.loyalty.bonus-granted.v1";
    public static final String CRM_LOYALTY_DEBT_REPAID = "crm.loyalty.debt-repaid.v1";
    public static final String CRM_LOYALTY_EARNING_CORRECTED = "crm.loyalty.earning-corrected.v1";
    public static final String CRM_LOYALTY_TIER_CHANGED = "crm.loyalty.tier-changed.v1";
    public static final String CRM_LOYALTY_VOUCHER_ISSUED = "crm.loyalty.voucher-issued.v1";
    public static final String CRM_LOYALTY_VOUCHER_REDEEMED = "crm.loyalty.voucher-redeemed.v1";
    public static final String CRM_LOYALTY_VOUCHER_EXPIRED = "crm.loyalty.voucher-expired.v1";

    public static final String CRM_TICKET_OPENED = "crm.ticket.opened.v1";
    public static final String CRM_TICKET_ASSIGNED = "crm.ticket.assigned.v1";
    public static final String CRM_TICKET_REPLIED = "crm.ticket.replied.v1";
    public static final String CRM_TICKET_HELD = "crm.ticket.held.v1";
    public static final String CRM_TICKET_RESUMED = "crm.ticket.resumed.v1";
    public static final String CRM_TICKET_RESOLVED = "crm.ticket.resolved.v1";
    public static final String CRM_TICKET_REOPENED = "crm.ticket.reopened.v1";
    public static final String CRM_TICKET_CLOSED = "crm.ticket.closed.v1";
    public static final String CRM_TICKET_SLA_BREACHED = "crm.ticket.sla-breached.v1";

    public static final String CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED = "crm.analytics.score-boundaries-revised.v1";
    public static final String CRM_ANALYTICS_GRADE_CHANGED = "crm.analytics.grade-changed.v1";
    public static final String CRM_ANALYTICS_LAPSE_BEGAN = "crm.analytics.lapse-began.v1";
    public static final String CRM_ANALYTICS_LAPSE_ENDED = "crm.analytics.lapse-ended.v1";
    public static final String CRM_ANALYTICS_SEGMENT_ENTERED = "crm.analytics.segment-entered.v1";
    public static final String CRM_ANALYTICS_SEGMENT_LEFT = "crm.analytics.segment-left.v1";
    public static final String CRM_ANALYTICS_LIFETIME_MODEL_FITTED = "crm.analytics.lifetime-model-fitted.v1";
    public static final String CRM_ANALYTICS_RISK_MODEL_FITTED = "crm.analytics.risk-model-fitted.v1";
    public static final String CRM_ANALYTICS_CLUSTERS_FOUND = "crm.analytics.clusters-found.v1";
    public static final String CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED = "crm.analytics.pyramid-rule-published.v1";
    public static final String CRM_ANALYTICS_SEGMENT_SWITCHED = "crm.analytics.segment-switched.v1";
    public static final String CRM_ANALYTICS_SEGMENT_RETIRED = "crm.analytics.segment-retired.v1";

    /** A state topic carries one type, which has the topic's name. */
    public static final String CUSTOMER_PROFILE_STATE = "crm.customer-profile.state.v1";

    public static final String LOYALTY_ACCOUNT_STATE = "crm.loyalty-account.state.v1";
    public static final String LOYALTY_TOTALS_STATE = "crm.loyalty-totals.state.v1";
    public static final String TICKET_STATE = "crm.ticket.state.v1";
    public static final String CUSTOMER_VALUE_STATE = "crm.customer-value.state.v1";

    private static final List<String> ALL = List.of(
            SHOP_ORDER_PLACED,
            SHOP_ORDER_PAID,
            SHOP_ORDER_SHIPPED,
            SHOP_ORDER_DELIVERED,
            SHOP_ORDER_CANCELLED,
            SHOP_ORDER_RETURNED,
            SHOP_CUSTOMER_REGISTERED,
            SHOP_CUSTOMER_PROFILE_CHANGED,
            CRM_CUSTOMER_RECOGNISED,
            CRM_CUSTOMER_REGISTERED,
            CRM_CUSTOMER_PROFILE_CHANGED,
            CRM_CUSTOMER_STAGE_CHANGED,
            CRM_LOYALTY_ACCOUNT_OPENED,
            CRM_LOYALTY_POINTS_EARNED,
            CRM_LOYALTY_POINTS_REVERSED,
            CRM_LOYALTY_POINTS_MATURED,
            CRM_LOYALTY_POINTS_EXPIRED,
            CRM_LOYALTY_POINTS_SPENT,
            CRM_LOYALTY_POINTS_RETURNED,
            CRM_LOYALTY_POINTS_TRANSFERRED_OUT,
            CRM_LOYALTY_POINTS_TRANSFERRED_IN,
            CRM_LOYALTY_POINTS_ADJUSTED,
            CRM_LOYALTY_GOODWILL_GRANTED,
            CRM_LOYALTY_BONUS_GRANTED,
            CRM_LOYALTY_DEBT_REPAID,
            CRM_LOYALTY_EARNING_CORRECTED,
            CRM_LOYALTY_TIER_CHANGED,
            CRM_LOYALTY_VOUCHER_ISSUED,
            CRM_LOYALTY_VOUCHER_REDEEMED,
            CRM_LOYALTY_VOUCHER_EXPIRED,
            CRM_TICKET_OPENED,
            CRM_TICKET_ASSIGNED,
            CRM_TICKET_REPLIED,
            CRM_TICKET_HELD,
            CRM_TICKET_RESUMED,
            CRM_TICKET_RESOLVED,
            CRM_TICKET_REOPENED,
            CRM_TICKET_CLOSED,
            CRM_TICKET_SLA_BREACHED,
            CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED,
            CRM_ANALYTICS_GRADE_CHANGED,
            CRM_ANALYTICS_LAPSE_BEGAN,
            CRM_ANALYTICS_LAPSE_ENDED,
            CRM_ANALYTICS_SEGMENT_ENTERED,
            CRM_ANALYTICS_SEGMENT_LEFT,
            CRM_ANALYTICS_LIFETIME_MODEL_FITTED,
            CRM_ANALYTICS_RISK_MODEL_FITTED,
            CRM_ANALYTICS_CLUSTERS_FOUND,
            CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED,
            CRM_ANALYTICS_SEGMENT_SWITCHED,
            CRM_ANALYTICS_SEGMENT_RETIRED,
            CUSTOMER_PROFILE_STATE,
            LOYALTY_ACCOUNT_STATE,
            LOYALTY_TOTALS_STATE,
            TICKET_STATE,
            CUSTOMER_VALUE_STATE);

    private EventTypes() {}

    /** Every type, in the order of the topics. */
    public static List<String> all() {
        return ALL;
    }
}
