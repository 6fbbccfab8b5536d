package io.guanxi.eventlog.proof.judge;

/** A promise that was not kept. */
public record Finding(Kind kind, String what) {

    /** Which promise. */
    public enum Kind {
        /** A commit that was acknowledged is not there. */
        ACKNOWLEDGED_AND_LOST,
        /** A commit is there in part. */
        TORN,
        /** An event is there twice. */
        STORED_TWICE,
        /** A commit whose writer was told that it is not stored is there. */
        REFUSED_AND_THERE,
        /** A commit is there and nobody wrote it, or not as it was written. */
        NOT_AS_WRITTEN,
        /** A commit does not stand where its writer was told. */
        AT_ANOTHER_POSITION,
        /** Positions of the log have a gap or stand twice. */
        POSITIONS_NOT_DENSE,
        /** Versions of a stream have a gap or stand twice. */
        STREAM_NOT_DENSE,
        /** A follower of the log was never shown an event. */
        PASSED_BY,
        /** A follower of the log was shown an event twice. */
        SHOWN_TWICE,
        /** A follower was shown events of one stream, or of the log, in another order than they stand. */
        OUT_OF_ORDER,
        /** A token was stored or found that is older than one before it. */
        TOKEN_WENT_BACK,
        /** A token was stored under a claim that was over. */
        TOKEN_OF_FORMER_OWNER,
        /** An effect was stored under a claim that was over. */
        EFFECT_OF_FORMER_OWNER,
        /** An event had its effect twice. */
        EFFECT_TWICE,
        /** An event had no effect. */
        NO_EFFECT
    }
}
