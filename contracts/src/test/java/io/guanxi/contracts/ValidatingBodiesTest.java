package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ValidatingBodiesTest {

    private final SchemaCatalogue catalogue = SchemaCatalogue.published();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"orderId\":", "nul", "{} {}", "{\"a\":1,\"a\":1}", "\u0000"})
    void whatIsNotJsonIsOneViolationOfTheWhole(String body) {
        assertThat(violations(body)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEmpty();
            assertThat(violation.message()).startsWith("is not one JSON value in UTF-8 with distinct fields");
        });
    }

    @Test
    void anotherEncodingIsNotJson() {
        byte[] latin = "{\"orderId\":\"Zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catalogue.validate(EventTypes.SHOP_ORDER_PAID, latin))
                .extracting(Violation::pointer)
                .containsExactly("");
    }

    @Test
    void aBodyWithoutEndOrDepthIsOneViolation() {
        assertThat(violations("[".repeat(100_000)))
                .extracting(Violation::toString)
                .containsExactly("body is nested too deeply or has a number, name or text that is too long");
        assertThat(violations(" ".repeat(SchemaCatalogue.LARGEST_BODY + 1)))
                .extracting(Violation::toString)
                .containsExactly("body is larger than 1048576 bytes");
        assertThat(violations("9".repeat(1000))).hasSize(1);
    }

    @Test
    void aMissingFieldIsPointedAtWhereItShouldBe() {
        assertThat(violations("{\"buyer\":{}}"))
                .extracting(Violation::toString)
                .contains("/orderId is missing", "/buyer/externalId is missing", "/totals is missing");
    }

    @Test
    void aMessageSaysWhatWasExpectedAndNeverWhatWasGiven() {
        String secret = "ming@example.com";
        String body = """
                {"orderId":{"%1$s":1},"shop":"%1$s\\n","buyer":"%1$s","channel":["%1$s"],"currency":"%1$s","placedAt":"%1$s",
                 "lines":[{"lineId":"%1$s%2$s","sku":"%1$s","quantity":"%1$s","amount":"%1$s"},"%1$s"],"totals":{"grand":"%1$s"}}
                """.formatted(secret, "x".repeat(200));

        List<Violation> violations = violations(body);

        assertThat(violations)
                .hasSizeGreaterThan(9)
                .noneMatch(violation -> violation.toString().contains("ming"));
        assertThat(violations)
                .extracting(Violation::toString)
                .contains(
                        "/currency does not have its form (expected: ^[A-Z]{3}$)",
                        "/lines/0/lineId is too long (expected: at most 100 characters)",
                        "/lines/0/quantity has the wrong type (expected: integer)");
    }

    @Test
    void aThousandBadLinesAreToldByTheFirst() {
        String lines =
                String.join(",", IntStream.range(0, 1000).mapToObj(i -> "{}").toList());

        assertThat(violations("{\"lines\":[" + lines + "]}")).hasSize(SchemaCatalogue.MOST_VIOLATIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "123456789012345678901234567890", "2.5"})
    void anOutrageousNumberIsAViolationAndNoFailure(String quantity) {
        assertThat(violations("{\"lines\":[{\"quantity\":" + quantity + "}]}"))
                .extracting(Violation::pointer)
                .contains("/lines/0/quantity");
    }

    /** A pattern with a repeated group overflows the stack of Java's matcher where nothing bounds the repetition. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "email", "phone", "language"})
    void aTextOfAnySizeIsAViolationAndNoFailure(String field) {
        for (String text : List.of("-a", "a", "1", "@", " ", "\\u0000")) {
            String body = "{\"shop\":\"web\",\"externalId\":\"1\",\"profile\":{\"%s\":\"en%s\"}}"
                    .formatted(field, text.repeat(150_000));

            assertThat(catalogue.validate(EventTypes.SHOP_CUSTOMER_REGISTERED, body.getBytes(StandardCharsets.UTF_8)))
                    .extracting(Violation::pointer)
                    .contains("/profile/" + field);
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        String body = new String(
                Resources.bytes(Resources.SAMPLES.resolve("shop.order.paid.v1/minimal.json")), StandardCharsets.UTF_8);

        assertThat(violations(body.replaceFirst("\\{", "{\"giftWrap\":{\"paper\":[\"red\",null]},")))
                .isEmpty();
    }

    @Test
    void aBodyThatIsReadAlreadyIsJudgedAlike() {
        assertThat(catalogue.validate(EventTypes.SHOP_ORDER_PAID, new JsonMapper().readTree("{}")))
                .isEqualTo(violations("{}"))
                .isNotEmpty();
    }

    @Test
    void everyTypeIsKnownByItsNameAndUri() {
        assertThat(catalogue.types()).containsExactlyInAnyOrderElementsOf(EventTypes.all());
        assertThat(catalogue.knows("shop.order.paid.v1")).isTrue();
        assertThat(catalogue.schemaUri("shop.order.paid.v1")).isEqualTo("urn:guanxi:schema:shop.order.paid.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "shop.order.eaten.v1", "shop.order.paid.v2", "order.v1", "common.v1", "../schemas/order.v1"})
    void whatIsNoTypeHasNoSchema(String type) {
        assertThat(catalogue.knows(type)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue.validate(type, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> catalogue.schemaUri(type));
    }

    private List<Violation> violations(String body) {
        return catalogue.validate(EventTypes.SHOP_ORDER_PAID, body.getBytes(StandardCharsets.UTF_8));
    }
}
