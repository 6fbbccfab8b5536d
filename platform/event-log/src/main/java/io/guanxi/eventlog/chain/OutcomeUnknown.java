package io.guanxi.eventlog.chain;

/**
 * The reply to a write was lost and the store stayed away for longer than {@code guanxi.event-log.append-timeout}, so it is
 * not known whether the commit is stored. It is stored whole or not at all, and at most once.
 *
 * <p>Sending the same command again is safe: the aggregate is read anew, and if the lost commit is there the decider sees
 * its effect; if it arrives even later, it loses to the repeated one, since both claim the same place in the stream.
 */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
