package io.guanxi.loyalty.care;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much goodwill there is besides what a programme's rules say of each customer.
 *
 * @param monthlyBudget {@code guanxi.loyalty.goodwill.monthly-budget}: points for all customers of a tenant in a calendar
 *     month of the programme's zone; empty is without limit
 * @param agentLimit {@code guanxi.loyalty.goodwill.agent-limit}: points that an agent can grant for one complaint; more
 *     needs a loyalty manager
 */
@ConfigurationProperties("guanxi.loyalty.goodwill")
public record GoodwillProperties(
        @Nullable Long monthlyBudget, @DefaultValue("100") long agentLimit) {

    public GoodwillProperties {
        if (monthlyBudget != null && monthlyBudget < 0) {
            throw new IllegalArgumentException(
                    "guanxi.loyalty.goodwill.monthly-budget: " + monthlyBudget + " (expected: 0 or more)");
        }
        if (agentLimit < 0) {
            throw new IllegalArgumentException(
                    "guanxi.loyalty.goodwill.agent-limit: " + agentLimit + " (expected: 0 or more)");
        }
    }
}
