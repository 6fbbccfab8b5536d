package io.guanxi.loyalty.liability.web;

import io.guanxi.eventing.follow.Followers;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.view.dailytotals.ReadTheBooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * When a day of the books is closed: an hour after its end, once all that was recorded on it is counted in. From then on its
 * totals stay, unless the clock of a machine is wrong by more than that hour.
 */
@Component
class Closing {

    private static final Duration MARGIN = Duration.ofHours(1);
    private static final String VIEW = "view-daily-totals";

    private final Clock clock;
    private final ReadTheBooks books;
    private final Followers followers;

    Closing(Clock clock, ReadTheBooks books, Followers followers) {
        this.clock = clock;
        this.books = books;
        this.followers = followers;
    }

    /** Days that end at this moment or before are closed. */
    Instant closedUntil(String tenant) {
        Instant over = clock.instant().minus(MARGIN);
        if (isUpToDate()) {
            return over;
        }
        Instant counted = books.latest(tenant).orElse(Instant.EPOCH).minus(MARGIN);
        return counted.isBefore(over) ? counted : over;
    }

    /** Whether everything that is recorded is counted in, as far as this instance can tell. */
    private boolean isUpToDate() {
        return followers.all().stream().anyMatch(follower -> follower.name().equals(VIEW) && follower.lag() == 0);
    }

    static boolean isClosed(BookDay day, Instant closedUntil) {
        return !day.end().isAfter(closedUntil);
    }
}
