package io.guanxi.test.violators.clockreferenceinview.view;

import java.time.Instant;
import java.util.function.Supplier;

record Fresh(String id) {
    static final Supplier<Instant> CLOCK = Instant::now;
}
