package io.guanxi.eventlog.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts every finding and keeps the first ones of each kind. */
final class Findings {

    private final int mostOfAKind;
    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    private final List<Finding> kept = new ArrayList<>();

    Findings(int mostOfAKind) {
        this.mostOfAKind = mostOfAKind;
    }

    void add(FindingKind kind, long position, @Nullable String stream, String detail) {
        if (counts.merge(kind, 1L, Long::sum) <= mostOfAKind) {
            kept.add(new Finding(kind, position, stream, detail));
        }
    }

    boolean chainHolds() {
        return counts.keySet().stream().noneMatch(FindingKind::breaksTheChain);
    }

    Map<FindingKind, Long> counts() {
        return new EnumMap<>(counts);
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }
}
