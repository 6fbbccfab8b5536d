package io.guanxi.kernel;

/** Carries a {@link Reason} out of a shell, to where the caller is answered. It is no failure and has no stack trace. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public CommandRefused(Reason reason) {
        super(reason.code() + ": " + reason.message(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
