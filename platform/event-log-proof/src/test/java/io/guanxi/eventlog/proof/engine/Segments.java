package io.guanxi.eventlog.proof.engine;

import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;

/** The two shares into which followers divide the streams. */
public final class Segments {

    public static final int COUNT = 2;

    private static final int[] ALL = IntStream.range(0, COUNT).toArray();

    private Segments() {}

    public static int of(String stream) {
        return IntStream.of(ALL)
                .filter(id -> Segment.computeSegment(id, ALL).matches(stream))
                .findFirst()
                .orElseThrow();
    }
}
