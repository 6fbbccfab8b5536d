package io.guanxi.eventlog.proof.journal;

/**
 * One line of an operations log. Times are those of the monotonic clock, which all processes of a machine share; nobody can
 * set it.
 */
public sealed interface Operation {

    /** A commit is about to be sent. Without a line about its outcome that is unknown: the process was killed. */
    record Invoked(String commit, String stream, long version, int events) implements Operation {}

    /** @param position of its first event, or -1 where the engine does not tell */
    record Acknowledged(String commit, long position) implements Operation {}

    /** The writer was told that the commit is not stored and never will be. */
    record Refused(String commit, String why) implements Operation {}

    /** The writer was told that nobody knows. */
    record Unknown(String commit, String why) implements Operation {}

    /** @param position -1 where the engine has none */
    record Read(String event, String stream, long sequence, long position) implements Operation {}

    /**
     * A segment was claimed.
     *
     * @param claim names this one claim
     * @param token what was found stored; -1 for none
     */
    record Claimed(long since, long until, String claim, int segment, long token) implements Operation {}

    /** A token was stored under a claim. */
    record Stored(long since, long until, String claim, int segment, long token) implements Operation {}

    /** An event had its effect under a claim, and the store took it. */
    record Effected(long since, long until, String claim, int segment, String event) implements Operation {}

    /** What was tried under a claim that was over, and was refused. */
    record TurnedAway(String claim, int segment, String what) implements Operation {}
}
