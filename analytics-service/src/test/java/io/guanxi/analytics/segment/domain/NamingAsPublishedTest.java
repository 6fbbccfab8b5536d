package io.guanxi.analytics.segment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.RfmGroup;
import io.guanxi.analytics.picture.domain.RiskBand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is a name here is a code in the published language, and the other way round. */
class NamingAsPublishedTest {

    private static final JsonNode CODE = code();

    static Stream<String> names() {
        String fifty = "a".repeat(50);
        String tenWords = "a" + "-b".repeat(9);
        return Stream.of(
                "a",
                "a1",
                "big",
                "at-risk",
                "a-1",
                fifty,
                fifty + "a",
                tenWords,
                tenWords + "-b",
                "",
                "1a",
                "-a",
                "a-",
                "a--b",
                "A",
                "big spenders",
                "big!",
                "größe",
                "a\n",
                "a_b");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_segment_can_be_named_just_as_the_schema_allows(String name) {
        assertThat(SegmentName.isPossible(name)).isEqualTo(isCode(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "at-risk-champions", "a-b-c-d-e-f-g-h-i-j"})
    void there_are_names(String name) {
        assertThat(SegmentName.isPossible(name)).isTrue();
    }

    @Test
    void the_words_of_the_house_are_codes() {
        Stream<String> words = Stream.of(
                        Stream.of(Grade.values()).map(Grade::code),
                        Stream.of(RfmGroup.values()).map(RfmGroup::code),
                        Stream.of(RiskBand.values()).map(RiskBand::code),
                        Stream.of(Measure.values()).map(Measure::code),
                        Stream.of(Comparison.values()).map(Comparison::code),
                        Stream.of(
                                ConditionForm.ALL,
                                ConditionForm.ANY,
                                ConditionForm.NOT,
                                ConditionForm.COMPARE,
                                ConditionForm.ONE_OF))
                .flatMap(all -> all);

        assertThat(words).isNotEmpty().allMatch(NamingAsPublishedTest::isCode);
    }

    /** As ECMA 262 has it, in which the end is the end of the text. */
    private static boolean isCode(String word) {
        String pattern = CODE.at("/pattern").asString().replaceFirst("\\$$", "\\\\z");
        return word.length() <= CODE.at("/maxLength").asInt()
                && Pattern.compile(pattern).matcher(word).find();
    }

    private static JsonNode code() {
        try (InputStream schema = NamingAsPublishedTest.class.getResourceAsStream("/schemas/common.v1.json")) {
            return JsonMapper.shared().readTree(schema).at("/$defs/code");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
