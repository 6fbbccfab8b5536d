package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingTopicsTest {

    @Test
    void everyConstantIsInTheListOnce() throws IllegalAccessException {
        assertThat(EventTypes.all()).doesNotHaveDuplicates().containsExactlyElementsOf(constants(EventTypes.class));
        assertThat(Topics.all())
                .extracting(TopicDefinition::name)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(constants(Topics.class));
    }

    @Test
    void everyTypeHasATopicAndEveryTopicAType() {
        assertThat(EventTypes.all().stream().map(Topics::carrying).distinct())
                .containsExactlyElementsOf(
                        Topics.all().stream().map(TopicDefinition::name).toList());
    }

    @Test
    void aStateTopicCarriesOneTypeOfItsName() {
        assertThat(Topics.all().stream().filter(TopicDefinition::compacted))
                .hasSize(5)
                .allMatch(topic -> EventTypes.all().stream()
                        .filter(type -> Topics.carrying(type).equals(topic.name()))
                        .toList()
                        .equals(List.of(topic.name())));
    }

    @Test
    void whatIsNoTypeHasNoTopic() {
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.carrying("crm.weather.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.carrying(Topics.SHOP_ORDERS));
    }

    @Test
    void deadLettersBelongToAGroupAndKeepPersonalDataNoLongerThanItsTopicDoes() {
        assertThat(Topics.deadLetters(Topics.SHOP_ORDERS, "loyalty")).isEqualTo("shop.orders.v1.loyalty.dlq");
        assertThat(Topics.deadLettersDefinition(Topics.SHOP_ORDERS, "loyalty").retention())
                .isEqualTo(Duration.ofDays(30));
        assertThat(Topics.deadLettersDefinition(Topics.SHOP_CUSTOMERS, "customer")
                        .retention())
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aTopicIsCompactedOrHasARetention() {
        assertThat(new TopicDefinition("kept", false, Duration.ofDays(1)).configuration())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "86400000");
        assertThat(new TopicDefinition("for-ever", false, null).configuration()).containsEntry("retention.ms", "-1");
        assertThat(new TopicDefinition("compacted", true, null).configuration())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicDefinition("both", true, Duration.ofDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicDefinition("none", false, Duration.ZERO));
    }

    private static List<String> constants(Class<?> names) throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (var field : names.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                values.add((String) field.get(null));
            }
        }
        return values;
    }
}
