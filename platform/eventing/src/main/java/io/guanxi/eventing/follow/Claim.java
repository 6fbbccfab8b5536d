package io.guanxi.eventing.follow;

/**
 * The right to go on from a checkpoint, until somebody else takes it.
 *
 * @param name of the follower
 * @param term grows with every owner; what an earlier owner writes under its own term is refused
 * @param position the last event that is done, {@link EventSource#NOTHING} at the start
 */
public record Claim(String name, long term, long position) {

    Claim at(long newPosition) {
        return new Claim(name, term, newPosition);
    }
}
