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

    @Test
    void aLanguageIsAWellFormedTag() {
        assertThat(ContactForm.of(LANGUAGE, " ZH-hans-cn ")).isEqualTo("zh-Hans-CN");
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
    @ValueSource(strings = {"", "x", "zh_CN_", "und"})
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
