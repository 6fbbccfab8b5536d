package io.guanxi.loyalty.account.history;

import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Events as a log would have them in which each was stored as soon as it had happened. */
public final class Lines {

    private Lines() {}

    public static List<RecordedLine> of(List<LoyaltyEvent> events) {
        var lines = new ArrayList<RecordedLine>();
        for (LoyaltyEvent event : events) {
            Instant at = Objects.requireNonNullElse(event.at(), LedgerFixture.THEN);
            lines.add(new RecordedLine(lines.size(), event, at, at));
        }
        return lines;
    }
}
