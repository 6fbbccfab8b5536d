package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All versions of a tenant's programme, from which every decision takes the one that held when something happened.
 *
 * <p>At any moment the version that began last holds, whenever it was published; of two that begin together, the newer one.
 * So each version does from its first moment on what was announced, until another begins. A correction begins nothing: it
 * stands in the place of the version that it corrects, wherever that one would hold.
 *
 * @param versions the newest first
 */
public record RuleBook(List<PublishedRules> versions) {

    private static final Comparator<PublishedRules> BEGUN_LAST =
            Comparator.comparing(PublishedRules::from).thenComparing(PublishedRules::version);

    public RuleBook {
        versions = versions.stream()
                .sorted(Comparator.comparing(PublishedRules::version).reversed())
                .toList();
        Checks checks = new Checks();
        checks.that(!versions.isEmpty(), "/versions", "none", "at least one");
        List<Integer> numbers = versions.stream().map(PublishedRules::version).toList();
        checks.unique("/versions", numbers.stream().map(String::valueOf).toList(), "version");
        for (int i = 0; i < versions.size(); i++) {
            Integer corrects = versions.get(i).corrects();
            checks.that(
                    corrects == null || numbers.contains(corrects),
                    "/versions/" + i + "/corrects",
                    corrects,
                    "one of " + numbers);
        }
        checks.refuse();
    }

    /**
     * @param happened when what is judged happened
     * @param knownAt when it is judged; what is used only later plays no part
     * @return the version that held; of what happened before every version, or is judged before any was known, the oldest
     */
    public PublishedRules inForce(Instant happened, Instant knownAt) {
        PublishedRules held = versions.stream()
                .filter(rules -> rules.corrects() == null && rules.holdAt(happened) && rules.knownAt(knownAt))
                .max(BEGUN_LAST)
                .orElseGet(versions::getLast);
        return corrected(held, happened, knownAt);
    }

    /** A correction is newer than what it corrects, so this ends. */
    private PublishedRules corrected(PublishedRules wrong, Instant happened, Instant knownAt) {
        return versions.stream()
                .filter(rules -> Objects.equals(rules.corrects(), wrong.version())
                        && rules.holdAt(happened)
                        && rules.knownAt(knownAt))
                .findFirst()
                .map(right -> corrected(right, happened, knownAt))
                .orElse(wrong);
    }

    /** @throws IllegalArgumentException if there is no such version */
    public PublishedRules version(int version) {
        return find(version)
                .orElseThrow(
                        () -> new IllegalArgumentException("version: " + version + " (expected: a published one)"));
    }

    public Optional<PublishedRules> find(int version) {
        return versions.stream().filter(rules -> rules.version() == version).findFirst();
    }

    /** This book with one more version. */
    public RuleBook with(PublishedRules more) {
        return new RuleBook(Stream.concat(versions.stream(), Stream.of(more)).toList());
    }

    /**
     * What holds when, as it is known at a moment: from the first moment of each stretch to its end, the oldest first and
     * without gaps. A version that never holds is in none, one that holds twice is in two.
     */
    public List<PublishedRules> timeline(Instant knownAt) {
        List<PublishedRules> stretches = new ArrayList<>();
        for (Instant moment : moments()) {
            PublishedRules held = inForce(moment, knownAt);
            if (stretches.isEmpty() || stretches.getLast().version() != held.version()) {
                if (!stretches.isEmpty()) {
                    stretches.add(stretches.removeLast().endingAt(moment));
                }
                stretches.add(held.endingAt(null).beginningAt(moment));
            }
        }
        return List.copyOf(stretches);
    }

    /** When a version ceases to hold for good, as it is known at a moment; empty if it never holds or no end is known. */
    public Optional<Instant> endOf(int version, Instant knownAt) {
        return timeline(knownAt).reversed().stream()
                .filter(stretch -> stretch.version() == version)
                .findFirst()
                .map(PublishedRules::until);
    }

    /** At which it can change what holds. */
    private SequencedSet<Instant> moments() {
        SequencedSet<Instant> moments = new TreeSet<>();
        for (PublishedRules rules : versions) {
            moments.add(rules.from());
            if (rules.until() != null) {
                moments.add(rules.until());
            }
        }
        return moments;
    }
}
