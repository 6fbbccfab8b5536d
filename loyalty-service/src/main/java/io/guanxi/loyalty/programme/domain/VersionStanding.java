package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a version stands at a moment.
 *
 * @param until the first moment at which it no longer holds, as far as is known; absent if no end is known or it never holds
 * @param correctedBy the version that stands in its place, or will; absent if none does
 */
public record VersionStanding(
        State state, @Nullable Instant until, @Nullable Integer correctedBy) {

    public enum State {
        /** It will hold. */
        SCHEDULED,
        IN_FORCE,
        /** It held, and another version followed. */
        ENDED,
        /** It was wrong, and another version stands in its place. */
        CORRECTED,
        /** It was taken back before it began. */
        WITHDRAWN,
        /** It never holds, for a newer version begins at the same moment. */
        REPLACED
    }

    public static VersionStanding of(Version version, RuleBook book, Instant now) {
        Optional<PublishedRules> right = book.versions().stream()
                .filter(rules -> Objects.equals(rules.corrects(), version.number()))
                .findFirst();
        Optional<Instant> until = book.endOf(version.number(), now).or(() -> book.endOf(version.number(), Instant.MAX));
        return new VersionStanding(
                state(version, book, right, now),
                version.isWithdrawn() ? null : until.orElse(null),
                right.map(PublishedRules::version).orElse(null));
    }

    private static State state(Version version, RuleBook book, Optional<PublishedRules> right, Instant now) {
        if (version.isWithdrawn()) {
            return State.WITHDRAWN;
        }
        if (right.filter(rules -> rules.knownAt(now)).isPresent()) {
            return State.CORRECTED;
        }
        int number = version.number();
        if (book.inForce(now, now).version() == number) {
            return State.IN_FORCE;
        }
        boolean held = book.timeline(now).stream()
                .anyMatch(stretch ->
                        stretch.version() == number && !stretch.from().isAfter(now));
        if (held) {
            return State.ENDED;
        }
        boolean holds = book.timeline(Instant.MAX).stream().anyMatch(stretch -> stretch.version() == number);
        return holds ? State.SCHEDULED : State.REPLACED;
    }
}
