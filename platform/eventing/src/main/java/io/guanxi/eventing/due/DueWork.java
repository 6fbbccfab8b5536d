package io.guanxi.eventing.due;

import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What comes due in a service, and what is done then.
 *
 * <p>The same thing may be found and checked more than once, also by two instances at once and after it was done: whoever
 * decides about it must let that make nothing happen.
 *
 * @param <T> one thing that is due
 */
public interface DueWork<T> {

    /** What the things are called where an operator reads of many, such as {@code tickets}. */
    String name();

    /**
     * One page of what was due before {@code now}. What is found may be behind the truth, and it may lose things that were
     * checked meanwhile; a page that fails ends the sweep.
     */
    Page<T> before(Instant now, @Nullable String cursor, int limit);

    /** Tells things apart; written to the log, so it holds no personal data. */
    String key(T thing);

    /** Called by several threads at once; what it throws puts this thing off and no other. */
    void check(T thing, Instant now);
}
