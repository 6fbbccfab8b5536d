package io.guanxi.web.problem;

import java.io.IOException;

/** A request body was longer than the path takes; thrown to whoever reads it. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLarge(long limit) {
        super("the body is longer than " + limit + " bytes");
        this.limit = limit;
    }

    /** In bytes. */
    long limit() {
        return limit;
    }
}
