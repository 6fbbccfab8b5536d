package io.guanxi.eventing.follow;

import org.jspecify.annotations.Nullable;

/**
 * How a follower fares.
 *
 * @param owner whether this instance does the work
 * @param position the last event that is done, as far as this instance knows
 * @param failures in a row; 0 if all is well
 * @param problem the class of the last failure while there are failures; its message may hold data and is only logged
 */
public record FollowerStatus(
        boolean owner,
        long position,
        int failures,
        @Nullable String problem) {

    static final FollowerStatus WAITING = new FollowerStatus(false, EventSource.NOTHING, 0, null);

    FollowerStatus following(long at) {
        return new FollowerStatus(true, at, 0, null);
    }

    FollowerStatus failed(Throwable failure) {
        return new FollowerStatus(
                owner, position, failures + 1, failure.getClass().getSimpleName());
    }
}
