package io.guanxi.customer.file.contact;

import static io.guanxi.customer.file.domain.ContactField.EMAIL;
import static io.guanxi.customer.file.domain.ContactField.LANGUAGE;
import static io.guanxi.customer.file.domain.ContactField.NAME;
import static io.guanxi.customer.file.domain.ContactField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.customer.file.domain.ContactField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BringingContactValuesIntoFormTest {

    @ParameterizedTest
    @CsvSource({"'  Ana   Li ', 'Ana Li'", "'A\u0301na', '\u00c1na'", "'王小明', '王小明'", "'Ana\u00a0Li', 'Ana Li'"})
    void aNameIsComposedAndHasSingleBlanks(String given, String kept) {
        assertThat(ContactForm.of(NAME, given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "' Ana.Li@EXAMPLE.com ', 'Ana.Li@example.com'",
        "'ana@bücher.example', 'ana@xn--bcher-kva.example'",
        "'\"a@b\"@example.com', ''"
    })
    void anEmailAddressKeepsItsLocalPartAndLowersItsHost(String given, String kept) {
        if (kept.isEmpty()) {
            assertUnusable(EMAIL, given);
        } else {
            assertThat(ContactForm.of(EMAIL, given)).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'+86 (10) 1234-5678', '+861012345678'",
        "'0086 10 12345678', '+861012345678'",
        "'010 1234 5678', '01012345678'",
        "'＋８６１０１２３４５６７８', '+861012345678'"
    })
    void aTelephoneNumberIsDigits(String given, String kept) {
        assertThat(ContactForm.of(PHONE, given)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "' ZH-hans-cn ', zh-Hans-CN",
        "DE, de",
        "es-419, es-419",
        "sl-ROZAJ-biske, sl-rozaj-biske",
        "EN-x-FR-Latn, en-x-fr-latn",
        "UND, und"
    })
    void aLanguageIsATagInTheRecommendedCase(String given, String kept) {
        assertThat(ContactForm.of(LANGUAGE, given)).isEqualTo(kept);
    }

    @Test
    void aNameIsAsLongAsItsCharactersAreMany() {
        assertThat(ContactForm.of(NAME, "𠮷".repeat(200))).isEqualTo("𠮷".repeat(200));
        assertUnusable(NAME, "𠮷".repeat(201));
    }

    @Test
    void anEmailAddressIsMeasuredAsItIsKept() {
        var longest = "a".repeat(64) + "@" + ("b".repeat(62) + ".").repeat(2) + "c".repeat(63);
        assertThat(ContactForm.of(EMAIL, longest)).hasSize(254);
        assertUnusable(EMAIL, longest.replace("@b", "@bb"));
        assertUnusable(EMAIL, "a@" + "ü.".repeat(100) + "example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\u0007b"})
    void aNameWithoutAPrintableCharacterOrWithAnUnprintableOneIsUnusable(String given) {
        assertUnusable(NAME, given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "@example.com", "ana@", "ana@localhost", "a na@example.com", "ana@exa_mple.com"})
    void whatIsNoEmailAddressIsUnusable(String given) {
        assertUnusable(EMAIL, given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "+", "1234567890123456", "call me", "12+34"})
    void whatIsNoTelephoneNumberIsUnusable(String given) {
        assertUnusable(PHONE, given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "zh_CN_", "german", "x-private", "de-", "zh--CN", "zh-123456789"})
    void whatIsNoLanguageIsUnusable(String given) {
        assertUnusable(LANGUAGE, given);
    }

    private static void assertUnusable(ContactField field, String given) {
        assertThatThrownBy(() -> ContactForm.of(field, given))
                .isInstanceOf(UnusableValue.class)
                .satisfies(e -> assertThat(given.isBlank() || !e.getMessage().contains(given))
                        .isTrue());
    }
}
