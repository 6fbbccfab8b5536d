package io.guanxi.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderedBytesTest {

    private static final List<Object> ASCENDING = Arrays.asList(
            MinKey.getInstance(),
            List.of(),
            null,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            decimal("-1E400"),
            -Double.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -2.5,
            -2,
            decimal("-0.1000000000000000000000001"),
            decimal("-0.1"),
            -Double.MIN_VALUE,
            0,
            decimal("1E-400"),
            0.5,
            1L,
            (1L << 53) - 1,
            1L << 53,
            (1L << 53) + 1,
            decimal("9007199254740993.5"),
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            9.3e18,
            decimal("1E400"),
            Double.POSITIVE_INFINITY,
            "",
            "\u0000",
            "\u0000b",
            "a",
            "a\u0000",
            "ab",
            "b",
            "~",
            "é",
            "日",
            "\uffff",
            new Document(),
            new Document("a", 1),
            new Document("a", 2),
            new Document("a", 2).append("b", 0),
            new Document("a", ""),
            List.of(1),
            List.of(1, 2),
            List.of(2),
            new BinData(new byte[] {9}),
            new BinData(new byte[] {0, 0}),
            new BinData(new byte[] {0, -1}),
            new UUID(0, 1),
            new UUID(0, -1),
            new UUID(-1, 0),
            false,
            true,
            Instant.EPOCH.minusMillis(1),
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1),
            MaxKey.getInstance());

    private static Decimal128 decimal(String text) {
        return new Decimal128(new BigDecimal(text));
    }

    @Test
    void bytesAreInTheOrderOfValuesUpwardsAndDownwardsAndBehindEachOther() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                byte[] left = OrderedBytes.of(ASCENDING.get(i));
                byte[] right = OrderedBytes.of(ASCENDING.get(j));
                String which = ASCENDING.get(i) + " and " + ASCENDING.get(j);
                assertThat(sign(left, right)).as(which).isEqualTo(Integer.compare(i, j));
                assertThat(sign(OrderedBytes.reversed(left), OrderedBytes.reversed(right)))
                        .as(which)
                        .isEqualTo(Integer.compare(j, i));
                assertThat(sign(OrderedBytes.concat(left, right), OrderedBytes.concat(right, left)))
                        .as(which)
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void numbersOfAllTypesAreEqualIfTheirValuesAre() {
        assertThat(List.of(2, 2L, 2.0, decimal("2"), decimal("2.00")))
                .allSatisfy(two -> assertThat(OrderedBytes.of(two)).isEqualTo(OrderedBytes.of(2)));
        assertThat(OrderedBytes.of(-0.0)).isEqualTo(OrderedBytes.of(0));
        assertThat(OrderedBytes.of(decimal("9007199254740993"))).isEqualTo(OrderedBytes.of((1L << 53) + 1));
    }

    private static int sign(byte[] left, byte[] right) {
        return Integer.signum(Arrays.compareUnsigned(left, right));
    }
}
