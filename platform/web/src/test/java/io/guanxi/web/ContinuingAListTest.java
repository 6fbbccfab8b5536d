package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuingAListTest {

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsRead(long seed) {
        Cursor cursor = random(seed);
        assertThat(Cursor.decode(cursor.list(), cursor.encode())).isEqualTo(cursor);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneChangedCharacterIsRefused(long seed) {
        RandomGenerator random = generator(seed + 1000);
        Cursor cursor = random(seed);
        StringBuilder text = new StringBuilder(cursor.encode());
        int at = random.nextInt(text.length());
        text.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
        assertRefused(cursor.list(), text.toString());
    }

    @Test
    void aCutCursorIsRefused() {
        String text = new Cursor("tickets", List.of("2026-01-31T12:00:00Z", "demo/1")).encode();
        for (int length = 0; length < text.length(); length++) {
            assertRefused("tickets", text.substring(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "####", "AAAAAAAAAAAAAAAAAAAAAAAA", "é"})
    void whatNeverWasACursorIsRefused(String text) {
        assertRefused("tickets", text);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertRefused("customers", new Cursor("tickets", List.of("1")).encode());
    }

    @Test
    void aRetryAfterACrashMeetsTheSameId() {
        assertThat(IdempotentId.derived("demo", "k")).isEqualTo(IdempotentId.derived("demo", "k"));
        assertThat(IdempotentId.derived("demo", "k").value().version()).isEqualTo(5);
        assertThat(IdempotentId.derived("demo", "k").value().variant()).isEqualTo(2);
        assertThat(IdempotentId.derived("dem", "ok")).isNotEqualTo(IdempotentId.derived("demo", "k"));
    }

    private static void assertRefused(String list, String text) {
        assertThatThrownBy(() -> Cursor.decode(list, text)).isInstanceOfSatisfying(RequestRefused.class, refused -> {
            assertThat(refused.problem().status().value()).isEqualTo(400);
            assertThat(refused.problem().errors().getFirst().parameter()).isEqualTo("cursor");
        });
    }

    private static Cursor random(long seed) {
        RandomGenerator random = generator(seed);
        List<String> position = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.ints(random.nextInt(12), 1, 0xD7FF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        return new Cursor("list-" + seed, position);
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
