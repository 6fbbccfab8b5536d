package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An event of an account with what the log knows of it besides.
 *
 * @param happened when its cause happened in the world
 * @param recorded when it was decided and stored
 */
public record RecordedChange(LoyaltyEvent event, Instant happened, Instant recorded) {

    /** In the account's own time; of the oldest events, which do not say it, when their cause happened. */
    Instant at() {
        return Objects.requireNonNullElse(event.at(), happened);
    }

    /** The same, so that the time of those that do not say it never goes back. */
    static List<RecordedChange> inAccountTime(List<RecordedChange> changes) {
        var ordered = new ArrayList<RecordedChange>(changes.size());
        Instant latest = Instant.MIN;
        for (RecordedChange change : changes) {
            Instant at = change.at();
            boolean late = change.event().at() == null && at.isBefore(latest);
            ordered.add(late ? new RecordedChange(change.event(), latest, change.recorded()) : change);
            latest = at.isAfter(latest) ? at : latest;
        }
        return ordered;
    }
}
