package io.guanxi.eventlog.sample;

import io.guanxi.kernel.Reason;

public enum JarRefusal implements Reason {
    NO_SUCH_JAR(Kind.NOT_FOUND),
    JAR_IS_SEALED(Kind.CONFLICT);

    private final Kind kind;

    JarRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase().replace('_', '-');
    }

    @Override
    public String message() {
        return code();
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
