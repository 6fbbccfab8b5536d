package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document says what the code says. */
class DescribingTopicsTest {

    private static final Path FILE = Resources.MAIN.resolve("asyncapi.yaml");
    private static final String DEAD_LETTER = "deadLetter";

    private final JsonNode document = new YAMLMapper().readTree(Resources.bytes(FILE));

    @Test
    void everyTopicIsAChannelAndNothingElseIs() {
        assertThat(channels().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Topics.all().stream().map(TopicDefinition::name), Stream.of(deadLetters()))
                                .toList());
    }

    @Test
    void aChannelHasTheTypesOfItsTopicAndNoOthers() {
        channels()
                .forEach((topic, channel) -> assertThat(messageNames(channel))
                        .as(topic)
                        .containsExactlyInAnyOrderElementsOf(
                                topic.equals(deadLetters()) ? List.of(DEAD_LETTER) : types(topic)));
    }

    @Test
    void everyMessageIsATypeWithItsOwnSchema() {
        Map<String, JsonNode> messages = document.at("/components/messages")
                .valueStream()
                .collect(Collectors.toMap(message -> message.get("name").stringValue(), message -> message));

        assertThat(messages.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(EventTypes.all().stream(), Stream.of(DEAD_LETTER))
                        .toList());
        EventTypes.all()
                .forEach(type -> assertThat(
                                messages.get(type).at("/payload/$ref").stringValue())
                        .isEqualTo("./schemas/" + type + ".json"));
    }

    @Test
    void aChannelIsKeptAsItsTopicIs() {
        for (TopicDefinition topic : Topics.all()) {
            Map<String, String> configuration = topic.configuration();
            channels()
                    .get(topic.name())
                    .at("/bindings/kafka/topicConfiguration")
                    .properties()
                    .forEach(said -> assertThat(text(said.getValue()))
                            .as(topic.name() + " " + said.getKey())
                            .isEqualTo(configuration.get(said.getKey())));
            assertThat(channels()
                            .get(topic.name())
                            .at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                            .stringValue())
                    .isEqualTo(topic.compacted() ? "compact" : "delete");
        }
    }

    @Test
    void guanxiReceivesWhatShopsSendAndSendsTheRest() {
        Map<String, String> actions = document.path("operations")
                .valueStream()
                .collect(Collectors.toMap(
                        operation -> target(operation.at("/channel/$ref"))
                                .get("address")
                                .stringValue(),
                        operation -> operation.get("action").stringValue()));

        assertThat(actions.keySet()).isEqualTo(channels().keySet());
        actions.forEach((topic, action) ->
                assertThat(action).as(topic).isEqualTo(topic.startsWith("shop.") ? "receive" : "send"));
    }

    @Test
    void everyHeaderIsDescribedAndNoOther() throws IllegalAccessException {
        assertThat(headers("envelope", "storedEnvelope/allOf/1", "stateEnvelope/allOf/1", "deadLetterHeaders"))
                .containsExactlyInAnyOrderElementsOf(headerConstants());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).hasSizeGreaterThan(EventTypes.all().size() * 3);
        assertThat(references)
                .allSatisfy(reference -> assertThat(target(reference).isMissingNode())
                        .as(reference.stringValue() + " is missing")
                        .isFalse());
        EventTypes.all()
                .forEach(type -> assertThat(
                                EffectiveSchemas.in(Resources.SCHEMAS).of(type))
                        .isNotEmpty());
    }

    @Test
    void everySharedPartIsUsed() {
        List<String> references =
                document.findValues("$ref").stream().map(JsonNode::stringValue).toList();

        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .propertyNames()
                        .forEach(
                                name -> assertThat(references).contains("#/components/" + kind.getKey() + "/" + name)));
    }

    private Map<String, JsonNode> channels() {
        return document.path("channels")
                .valueStream()
                .collect(Collectors.toMap(channel -> channel.get("address").stringValue(), channel -> channel));
    }

    private List<String> messageNames(JsonNode channel) {
        return channel.path("messages")
                .valueStream()
                .map(message -> target(message.get("$ref")).get("name").stringValue())
                .toList();
    }

    private static List<String> types(String topic) {
        return EventTypes.all().stream()
                .filter(type -> Topics.carrying(type).equals(topic))
                .toList();
    }

    private static String deadLetters() {
        return Topics.deadLetters("{topic}", "{group}");
    }

    private List<String> headers(String... schemas) {
        return Stream.of(schemas)
                .map(schema -> document.at("/components/schemas/" + schema + "/properties"))
                .flatMap(properties -> properties.propertyNames().stream())
                .distinct()
                .toList();
    }

    private static List<String> headerConstants() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (var field : Envelope.class.getDeclaredFields()) {
            if (!field.getName().endsWith("_VALUE")) {
                names.add((String) field.get(null));
            }
        }
        return names;
    }

    private JsonNode target(JsonNode reference) {
        String to = reference.stringValue();
        if (to.startsWith("#")) {
            return document.at(to.substring(1));
        }
        Path file = FILE.resolveSibling(to).normalize();
        return Files.exists(file) ? Resources.json(file) : document.path("no such file");
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.get(0).asString() : value.asString();
    }
}
