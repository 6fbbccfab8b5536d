package io.guanxi.customer.file.contact;

/** A value cannot be kept. The message says what would be right and never what was given. It has no stack trace. */
public final class UnusableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableValue(String message) {
        super(message, null, false, false);
    }

    /** What would be right. */
    public String expected() {
        return String.valueOf(getMessage());
    }
}
