package io.guanxi.customer.file.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.domain.ContactField;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of contact data is valid where it is published, and no language that a shop may send is refused. */
class KeepingToThePublishedSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] PIECES = {
        "a",
        "zh",
        "deu",
        "latn",
        "Hans",
        "CN",
        "x",
        "1",
        "419",
        "12345678",
        "123456789",
        "-",
        "-",
        "-",
        "_",
        " ",
        "",
        "@",
        ".",
        "+",
        "00",
        "ü",
        "例",
        "𠮷",
        "\ud842",
        "\u0000",
        "\u007f",
        "\u00a0",
        "(",
        ")",
        "/",
        "example.com",
        "@b.cc"
    };

    static Stream<String> languages() {
        return Stream.of(
                "a",
                "zh",
                "zho",
                "germ",
                "zh-CN",
                "zh_CN",
                "zh-",
                "-CN",
                "und",
                "i-klingon",
                "x-private",
                "en-1",
                "en-x",
                "en-a-b-c-d-e-f-g-h",
                "en-a-b-c-d-e-f-g-h-i",
                "en-12345678",
                "en-123456789",
                "de-1234567-1234567-1234567-12345678",
                "de-1234567-1234567-1234567-12345678-1",
                "dé",
                "zh\nCN",
                "zh-CN\n");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLanguageIsUsableExactlyIfAShopMaySendIt(String language) {
        assertThat(kept(ContactField.LANGUAGE, language).isPresent()).isEqualTo(mayBeSent(language.strip()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsGivenWhatIsKeptIsValidWhereItIsPublished(long seed) {
        var random = new Random(seed);
        for (var number = 0; number < 20; number++) {
            var given = random.ints(1 + random.nextInt(12), 0, PIECES.length)
                    .mapToObj(index -> PIECES[index])
                    .collect(Collectors.joining());
            var repeated = given.repeat(1 + random.nextInt(40));
            for (var field : ContactField.values()) {
                assertMayBePublished(field, given);
                assertMayBePublished(field, repeated);
                assertMayBePublished(field, given + "@" + "ü".repeat(random.nextInt(60)) + ".example");
            }
            assertThat(kept(ContactField.LANGUAGE, given).isPresent()).isEqualTo(mayBeSent(given.strip()));
        }
    }

    private static void assertMayBePublished(ContactField field, String given) {
        kept(field, given).ifPresent(kept -> {
            var body = Map.of(
                    "customerId",
                    "96ea36ff-10f1-59db-bb52-9d339fb5354e",
                    "profile",
                    Map.of(field.publicName(), kept),
                    "updatedAt",
                    "2026-03-01T09:31:00Z");
            assertThat(SchemaCatalogue.published()
                            .validate(Topics.CUSTOMER_PROFILE_STATE, JSON.<JsonNode>valueToTree(body)))
                    .as("%s %s of %s", field, kept, given)
                    .isEmpty();
        });
    }

    private static boolean mayBeSent(String language) {
        var body = Map.of("shop", "web", "externalId", "00021", "profile", Map.of("language", language));
        return SchemaCatalogue.published()
                .validate(EventTypes.SHOP_CUSTOMER_REGISTERED, JSON.<JsonNode>valueToTree(body))
                .isEmpty();
    }

    private static Optional<String> kept(ContactField field, String given) {
        try {
            return Optional.of(ContactForm.of(field, given));
        } catch (UnusableValue unusable) {
            return Optional.empty();
        }
    }
}
