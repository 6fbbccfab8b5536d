package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Rejection;

/** What came of calling a handler, its failures included. A broken machine is no verdict but an exception. */
sealed interface Verdict {

    record Applied() implements Verdict {}

    record Ignored() implements Verdict {}

    record TooEarly(String waitsFor) implements Verdict {}

    /** The domain will never accept it as it is. */
    record Refused(Rejection rejection) implements Verdict {}

    /** A bug, or data that nobody thought of. */
    record Failed(String problem) implements Verdict {}

    default String outcome() {
        return switch (this) {
            case Applied applied -> "applied";
            case Ignored ignored -> "ignored";
            case TooEarly tooEarly -> "too-early";
            case Refused refused -> "dead";
            case Failed failed -> "parked";
        };
    }
}
