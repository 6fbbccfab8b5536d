package io.guanxi.loyalty.account.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an account's events look like to others. */
final class Tellings {

    private static final JsonMapper PUBLISHED = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final SchemaCatalogue SCHEMAS = SchemaCatalogue.published();

    private Tellings() {}

    /** Each event by itself, and each as its schema says. */
    static List<Telling> publish(LedgerFixture account) {
        String customerId = CustomerKey.parse(LedgerFixture.ACCOUNT).customerId();
        List<Telling> published = account.events().stream()
                .map(event -> LoyaltyPublication.telling(event, customerId))
                .filter(Objects::nonNull)
                .toList();
        assertThat(published)
                .allSatisfy(telling -> assertThat(
                                SCHEMAS.validate(telling.type(), PUBLISHED.writeValueAsBytes(telling.body())))
                        .isEmpty());
        return published;
    }

    static JsonNode json(Telling telling) {
        return PUBLISHED.valueToTree(telling.body());
    }

    /** The first of a type. */
    static JsonNode body(List<Telling> published, String type) {
        return bodies(published, type).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " among " + published));
    }

    static List<JsonNode> bodies(List<Telling> published, String type) {
        return published.stream()
                .filter(telling -> telling.type().equals(type))
                .map(Tellings::json)
                .toList();
    }
}
