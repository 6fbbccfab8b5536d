package io.guanxi.eventlog.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {

    @Test
    void aStreamStaysWhereItIsForEver() {
        Shards four = new Shards(4);

        assertThat(four.of("acme/1")).isEqualTo(3);
        assertThat(four.of("acme/客户")).isZero();
        assertThat(new Shards(1).of("acme/1")).isZero();
    }

    @Test
    void streamsAreSpreadEvenly() {
        Shards four = new Shards(4);
        int[] streams = new int[4];
        IntStream.range(0, 10_000).forEach(n -> streams[four.of("acme/" + n)]++);

        assertThat(Arrays.stream(streams)).allSatisfy(count -> assertThat(count).isBetween(2_300, 2_700));
    }

    @Test
    void noShardIsNoLog() {
        assertThatThrownBy(() -> new Shards(0)).hasMessage("shards: 0 (expected: at least 1)");
    }
}
