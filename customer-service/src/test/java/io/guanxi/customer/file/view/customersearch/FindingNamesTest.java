package io.guanxi.customer.file.view.customersearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'Ana María López', 'ana'",
        "'Ana María López', 'MAR'",
        "'Ana María López', 'maría lo'",
        "'Ana María López', 'lopez'",
        "'Jean-Luc O''Neil', 'luc'",
        "'Jean-Luc O''Neil', 'neil'",
        "'Weiß', 'weiss'",
        "'İpek', 'ipek'",
        "'王小明', '王'",
        "'王小明', '小明'",
        "'王小明', '明'",
        "'Σίσυφος', 'σισυφοσ'",
        "'Ａｎａ', 'ana'",
        "'田中 はなこ', 'なこ'"
    })
    void aNameIsFoundByTheBeginningOfAWordOrAtAnyCharacterWrittenWithoutSpaces(String name, String wanted) {
        var prefix = NameTerms.folded(wanted);
        assertThat(NameTerms.of(name)).anyMatch(term -> term.startsWith(prefix));
    }

    @ParameterizedTest
    @CsvSource({"'Ana María López', 'aria'", "'Ana López', 'ana x'", "'王小明', '王明'"})
    void aNameIsNotFoundFromTheMiddleOfAWord(String name, String wanted) {
        var prefix = NameTerms.folded(wanted);
        assertThat(NameTerms.of(name)).noneMatch(term -> term.startsWith(prefix));
    }

    @Test
    void aNameOfVeryManyWordsHasABoundedNumberOfTerms() {
        assertThat(NameTerms.of("a ".repeat(100))).hasSizeLessThanOrEqualTo(NameTerms.MOST_TERMS);
        assertThat(NameTerms.of("王".repeat(200))).hasSizeLessThanOrEqualTo(NameTerms.MOST_TERMS);
    }

    @Test
    void aNameOfSignsAloneIsFoundByNothing() {
        assertThat(NameTerms.of("!!!")).isEmpty();
        assertThat(NameTerms.folded(" - ")).isEmpty();
    }

    @Test
    void aCustomerWhoseNameFitsTwiceIsListedOnce() {
        var siblings = NameTerms.of("Ana Anaya");
        var listed = siblings.stream()
                .map(term -> new CustomerTerm("acme/name", term, "acme/1", siblings))
                .filter(term -> term.isFirstThatBeginsWith("ana"))
                .toList();
        assertThat(listed).hasSize(1);
    }
}
