package io.guanxi.analytics.membership;

/**
 * How many customers are on which side.
 *
 * @param neither those who are in the segment by none of the two
 */
public record SideCounts(long both, long entering, long leaving, long neither) {

    static final SideCounts NONE = new SideCounts(0, 0, 0, 0);

    SideCounts with(Side side) {
        return switch (side) {
            case BOTH -> new SideCounts(both + 1, entering, leaving, neither);
            case ENTERING -> new SideCounts(both, entering + 1, leaving, neither);
            case LEAVING -> new SideCounts(both, entering, leaving + 1, neither);
            case NEITHER -> new SideCounts(both, entering, leaving, neither + 1);
        };
    }
}
