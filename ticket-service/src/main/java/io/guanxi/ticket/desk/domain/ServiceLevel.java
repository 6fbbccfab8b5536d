package io.guanxi.ticket.desk.domain;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * The promises that the desk makes.
 *
 * @param version names these promises for ever; changed promises have another version
 * @param targets for each priority
 * @param afterReopening the least business time that a reopened ticket gets, so that it does not breach at once
 */
public record ServiceLevel(String version, Map<Priority, Targets> targets, Duration afterReopening) {

    public ServiceLevel {
        if (version.isBlank()) {
            throw new IllegalArgumentException("service level version: blank (expected: a name)");
        }
        if (!targets.keySet().containsAll(Arrays.asList(Priority.values()))) {
            throw new IllegalArgumentException("service level " + version + ": targets for " + targets.keySet()
                    + " (expected: for " + Arrays.toString(Priority.values()) + ")");
        }
        if (!afterReopening.isPositive()) {
            throw new IllegalArgumentException(
                    "time after reopening: " + afterReopening + " (expected: more than none)");
        }
        targets = Map.copyOf(targets);
    }

    Targets targetsFor(Priority priority) {
        Targets found = targets.get(priority);
        if (found == null) {
            throw new IllegalStateException("no targets for " + priority);
        }
        return found;
    }
}
