package io.guanxi.loyalty.rehearsal.domain;

/**
 * The same figures twice.
 *
 * @param now as it really was
 * @param then as it would have been
 */
public record NowAndThen(PointFigures now, PointFigures then) {

    static final NowAndThen NONE = new NowAndThen(PointFigures.NONE, PointFigures.NONE);

    NowAndThen plus(PointFigures moreNow, PointFigures moreThen) {
        return new NowAndThen(now.plus(moreNow), then.plus(moreThen));
    }
}
