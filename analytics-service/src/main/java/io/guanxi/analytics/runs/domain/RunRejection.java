package io.guanxi.analytics.runs.domain;

import io.guanxi.kernel.Reason;

/** Why a run refuses a command. */
public enum RunRejection implements Reason {
    RUN_ID_TAKEN("run-id-taken", Kind.CONFLICT, "This id stands for a run that was asked for differently."),
    RUN_NOT_FOUND("run-not-found", Kind.NOT_FOUND, "There is no such run."),
    RUN_HAS_ENDED("run-has-ended", Kind.CONFLICT, "The run has ended otherwise before.");

    private final String code;
    private final Kind kind;
    private final String message;

    RunRejection(String code, Kind kind, String message) {
        this.code = code;
        this.kind = kind;
        this.message = message;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
