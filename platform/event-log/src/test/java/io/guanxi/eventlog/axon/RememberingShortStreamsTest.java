package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberingShortStreamsTest {

    private final ShortStreams streams = new ShortStreams(100);

    @Test
    void aStreamThatWasNeverReadMayHaveASnapshot() {
        assertThat(streams.contains("acme/1")).isFalse();
    }

    @Test
    void aStreamThatWasReadAndIsShortHasNone() {
        streams.sawWhole("acme/1", 3);

        assertThat(streams.contains("acme/1")).isTrue();
        assertThat(streams.contains("acme/2")).isFalse();
    }

    @Test
    void aStreamThatHasGrownIsLookedUpAgain() {
        streams.sawWhole("acme/1", 49);
        streams.sawWhole("acme/1", 50);

        assertThat(streams.contains("acme/1")).isFalse();
    }

    @Test
    void noStreamThatMayHaveASnapshotIsShort() {
        ShortStreams often = new ShortStreams(3);

        often.sawWhole("acme/1", 3);

        assertThat(often.contains("acme/1")).isFalse();
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int number = 0; number <= 50_000; number++) {
            streams.sawWhole("acme/" + number, 1);
        }

        assertThat(streams.contains("acme/0")).isFalse();
        assertThat(streams.contains("acme/50000")).isTrue();
    }
}
