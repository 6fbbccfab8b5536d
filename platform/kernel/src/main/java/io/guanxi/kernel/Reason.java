package io.guanxi.kernel;

/** Why a command is refused: a value that can be counted, translated and answered, not an exception. */
public interface Reason {

    /** Stable name in kebab-case, such as {@code ticket-is-closed}; it is part of the public contract. */
    String code();

    /** What is wrong and what would be right, in English and without personal data. */
    String message();

    Kind kind();

    /** What a caller can do about it. */
    enum Kind {
        /** What the command is about does not exist. */
        NOT_FOUND,
        /** It exists, but its present state does not allow this. */
        CONFLICT,
        /** The command could never be accepted as it is. */
        INVALID,
        /** Something else must happen first; the same command may be accepted later. */
        TOO_EARLY
    }
}
