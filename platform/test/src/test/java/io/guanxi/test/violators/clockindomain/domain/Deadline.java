package io.guanxi.test.violators.clockindomain.domain;

import java.time.Instant;

record Deadline(Instant due) {
    boolean isPast() {
        return due.isBefore(Instant.now());
    }
}
