package io.guanxi.eventlog.proof.judge;

import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.journal.Operation.Read;
import io.guanxi.eventlog.proof.judge.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a follower from the beginning was shown each event once and in order. */
final class JudgingReaders {

    private JudgingReaders() {}

    /** @param toTheEnd whether it had the time to read all; one that was killed need not have */
    static List<Finding> judge(String name, List<Read> shown, List<SeenEvent> view, boolean toTheEnd) {
        List<Finding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Long> sequences = new HashMap<>();
        long position = -1;
        for (Read read : shown) {
            if (!ids.add(read.event())) {
                findings.add(new Finding(Kind.SHOWN_TWICE, name + ": " + read));
                continue;
            }
            if (read.position() >= 0 && read.position() != ++position) {
                findings.add(new Finding(Kind.OUT_OF_ORDER, name + ": " + read + " (expected: " + position + ")"));
            }
            Long before = sequences.put(read.stream(), read.sequence());
            if (read.sequence() != (before == null ? 0 : before + 1)) {
                findings.add(new Finding(Kind.OUT_OF_ORDER, name + ": " + read + " after " + before));
            }
        }
        if (toTheEnd) {
            view.stream()
                    .filter(event -> !ids.contains(event.id()))
                    .forEach(event -> findings.add(new Finding(Kind.PASSED_BY, name + ": " + event)));
        }
        return findings;
    }
}
