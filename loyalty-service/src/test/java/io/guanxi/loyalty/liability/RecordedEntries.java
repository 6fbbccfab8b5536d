package io.guanxi.loyalty.liability;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.time.Instant;
import java.util.List;

/** Events of one account as they stand in the log, for tests of views. */
public final class RecordedEntries {

    public static final String TENANT = "acme";
    public static final String ACCOUNT = "acme/6f9a2c1e-5b0d-5e57-9c3b-0d8f4a7e2b61";

    /** Days are those of Shanghai. */
    public static final RuleBook RULES = new RuleBook(
            List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, SomeRules.withEverything())));

    private RecordedEntries() {}

    public static RecordedEvent event(long position, Object payload, String happened, String recorded) {
        return new RecordedEvent(
                "e-" + position,
                ACCOUNT,
                position,
                position,
                "loyalty.something",
                payload,
                TENANT,
                Instant.parse(happened),
                Instant.parse(recorded),
                "correlation",
                null,
                null,
                null);
    }
}
