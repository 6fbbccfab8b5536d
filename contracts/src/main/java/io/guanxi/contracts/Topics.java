package io.guanxi.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The names of the topics and how each is kept. Every topic's key is the customer key, but for {@link #TICKET_STATE} and
 * {@link #LOYALTY_TOTALS_STATE}.
 */
public final class Topics {

    /** Order events from shops. */
    public static final String SHOP_ORDERS = "shop.orders.v1";

    /** Registrations and profile changes from shops; personal data, so kept for a short time. */
    public static final String SHOP_CUSTOMERS = "shop.customers.v1";

    public static final String CRM_CUSTOMERS = "crm.customers.v1";
    public static final String CRM_LOYALTY = "crm.loyalty.v1";
    public static final String CRM_TICKETS = "crm.tickets.v1";
    public static final String CRM_ANALYTICS = "crm.analytics.v1";

    /** The present profile; the only published topic with personal data. */
    public static final String CUSTOMER_PROFILE_STATE = "crm.customer-profile.state.v1";

    public static final String LOYALTY_ACCOUNT_STATE = "crm.loyalty-account.state.v1";

    /**
     * The totals of a day for the general ledger, by {@code tenant/purse/date}: the purse's code and a day of the programme's
     * zone as {@code yyyy-mm-dd}. Sums over all accounts, so no customer is in it.
     */
    public static final String LOYALTY_TOTALS_STATE = "crm.loyalty-totals.state.v1";

    /** The present state of a ticket, by {@code tenant/ticketId}. */
    public static final String TICKET_STATE = "crm.ticket.state.v1";

    public static final String CUSTOMER_VALUE_STATE = "crm.customer-value.state.v1";

    private static final Duration ORDERS_KEPT = Duration.ofDays(365);
    private static final Duration PERSONAL_DATA_KEPT = Duration.ofDays(7);
    private static final Duration HISTORY_KEPT = Duration.ofDays(5 * 365);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    private static final List<TopicDefinition> ALL = List.of(
            TopicDefinition.kept(SHOP_ORDERS, ORDERS_KEPT),
            TopicDefinition.kept(SHOP_CUSTOMERS, PERSONAL_DATA_KEPT),
            TopicDefinition.kept(CRM_CUSTOMERS, HISTORY_KEPT),
            TopicDefinition.kept(CRM_LOYALTY, HISTORY_KEPT),
            TopicDefinition.kept(CRM_TICKETS, HISTORY_KEPT),
            TopicDefinition.kept(CRM_ANALYTICS, HISTORY_KEPT),
            TopicDefinition.compacted(CUSTOMER_PROFILE_STATE),
            TopicDefinition.compacted(LOYALTY_ACCOUNT_STATE),
            TopicDefinition.compacted(LOYALTY_TOTALS_STATE),
            TopicDefinition.compacted(TICKET_STATE),
            TopicDefinition.compacted(CUSTOMER_VALUE_STATE));

    private static final Map<String, String> BY_TYPE_FAMILY = Map.of(
            "shop.order.", SHOP_ORDERS,
            "shop.customer.", SHOP_CUSTOMERS,
            "crm.customer.", CRM_CUSTOMERS,
            "crm.loyalty.", CRM_LOYALTY,
            "crm.ticket.", CRM_TICKETS,
            "crm.analytics.", CRM_ANALYTICS);

    private Topics() {}

    /** Every topic but those of dead letters, which a consumer group has for itself. */
    public static List<TopicDefinition> all() {
        return ALL;
    }

    /**
     * The topic that events of a type are published on.
     *
     * @throws IllegalArgumentException if no topic carries this type
     */
    public static String carrying(String type) {
        if (ALL.stream().anyMatch(topic -> topic.compacted() && topic.name().equals(type))) {
            return type;
        }
        return BY_TYPE_FAMILY.entrySet().stream()
                .filter(family -> type.startsWith(family.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No topic carries events of type " + type));
    }

    /** The topic for what a consumer group could not use of a topic: {@code shop.orders.v1.loyalty.dlq}. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlq";
    }

    /** How that topic is kept; a record with personal data is kept there no longer than on its own topic. */
    public static TopicDefinition deadLettersDefinition(String topic, String group) {
        Duration kept = topic.equals(SHOP_CUSTOMERS) ? PERSONAL_DATA_KEPT : DEAD_LETTERS_KEPT;
        return TopicDefinition.kept(deadLetters(topic, group), kept);
    }
}
