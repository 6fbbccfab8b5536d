package io.guanxi.eventlog.audit;

/** Whether a program can read an event. */
@FunctionalInterface
public interface BodyCheck {

    /** For whoever has no catalogue at hand: nothing is said about names and bodies. */
    BodyCheck NONE = (name, revision, body) -> Verdict.READABLE;

    Verdict judge(String name, String revision, String body);

    /** What came of trying to read one event. */
    enum Verdict {
        READABLE,
        UNKNOWN_NAME,
        UNREADABLE_BODY
    }
}
