package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All versions of a tenant's programme, from which every decision takes the one that held when something happened. */
public record RuleBook(List<PublishedRules> versions) {

    public RuleBook {
        versions = versions.stream()
                .sorted(Comparator.comparing(PublishedRules::version).reversed())
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("versions: none (expected: at least one)");
        }
    }

    /**
     * @param happened when what is judged happened
     * @param knownAt when it is judged; what was published later plays no part
     * @return the newest version that held; of what happened before every version, the oldest
     */
    public PublishedRules inForce(Instant happened, Instant knownAt) {
        return versions.stream()
                .filter(rules -> rules.holdAt(happened) && !rules.publishedAt().isAfter(knownAt))
                .findFirst()
                .orElseGet(versions::getLast);
    }

    /** @throws IllegalArgumentException if there is no such version */
    public PublishedRules version(int version) {
        return versions.stream()
                .filter(rules -> rules.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("version: " + version + " (expected: a published one)"));
    }
}
