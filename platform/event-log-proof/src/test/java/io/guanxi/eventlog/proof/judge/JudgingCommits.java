package io.guanxi.eventlog.proof.judge;

import io.guanxi.eventlog.proof.engine.EventId;
import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.journal.Operation;
import io.guanxi.eventlog.proof.journal.Operation.Acknowledged;
import io.guanxi.eventlog.proof.journal.Operation.Invoked;
import io.guanxi.eventlog.proof.journal.Operation.Refused;
import io.guanxi.eventlog.proof.judge.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether the log holds what its writers were told, whole, once and in its place. */
final class JudgingCommits {

    private final List<SeenEvent> view;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Invoked> invoked = new HashMap<>();
    private final Map<String, Map<Integer, SeenEvent>> stored = new HashMap<>();

    private JudgingCommits(List<SeenEvent> view) {
        this.view = view;
    }

    /**
     * @param written what all writers did
     * @param view all events in the order of a reader from the beginning
     */
    static List<Finding> judge(Collection<Operation> written, List<SeenEvent> view) {
        JudgingCommits judging = new JudgingCommits(view);
        judging.gather(written);
        judging.answers(written);
        judging.stored.keySet().forEach(judging::asWritten);
        judging.positions();
        judging.streams();
        return judging.findings;
    }

    private void gather(Collection<Operation> written) {
        for (Operation operation : written) {
            if (operation instanceof Invoked commit) {
                invoked.put(commit.commit(), commit);
            }
        }
        Set<String> ids = new HashSet<>();
        for (SeenEvent event : view) {
            EventId id = EventId.parse(event.id());
            stored.computeIfAbsent(id.commit(), commit -> new TreeMap<>()).put(id.number(), event);
            if (!ids.add(event.id())) {
                found(Kind.STORED_TWICE, event.id());
            }
        }
    }

    private void answers(Collection<Operation> written) {
        for (Operation operation : written) {
            if (operation instanceof Acknowledged told) {
                Map<Integer, SeenEvent> events = stored.get(told.commit());
                if (events == null) {
                    found(Kind.ACKNOWLEDGED_AND_LOST, told.commit());
                } else if (told.position() >= 0
                        && (!events.containsKey(0) || events.get(0).position() != told.position())) {
                    found(Kind.AT_ANOTHER_POSITION, told + " but " + events);
                }
            } else if (operation instanceof Refused told && stored.containsKey(told.commit())) {
                found(Kind.REFUSED_AND_THERE, told + " but " + stored.get(told.commit()));
            }
        }
    }

    /** Whole, one after the other, and of the stream and version that its writer chose. */
    private void asWritten(String commit) {
        Map<Integer, SeenEvent> events = stored.get(commit);
        Invoked wanted = invoked.get(commit);
        if (wanted == null) {
            found(Kind.NOT_AS_WRITTEN, "nobody wrote " + events);
            return;
        }
        if (events.size() != wanted.events()) {
            found(Kind.TORN, events.size() + " of " + wanted);
        }
        SeenEvent first = events.get(0);
        events.forEach((number, event) -> {
            boolean inPlace = event.stream().equals(wanted.stream()) && event.sequence() == wanted.version() + number;
            boolean together = event.position() < 0 || first == null || event.position() == first.position() + number;
            if (!inPlace || !together) {
                found(Kind.NOT_AS_WRITTEN, event + " of " + wanted);
            }
        });
    }

    private void positions() {
        long expected = 0;
        for (SeenEvent event : view) {
            if (event.position() >= 0 && event.position() != expected) {
                found(Kind.POSITIONS_NOT_DENSE, event + " (expected: " + expected + ")");
            }
            expected = event.position() + 1;
        }
    }

    private void streams() {
        Map<String, List<Long>> streams = new HashMap<>();
        view.forEach(event -> streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                .add(event.sequence()));
        streams.forEach((stream, sequences) -> {
            sequences.sort(null);
            for (int i = 0; i < sequences.size(); i++) {
                if (sequences.get(i) != i) {
                    found(Kind.STREAM_NOT_DENSE, stream + " has " + sequences.get(i) + " (expected: " + i + ")");
                    return;
                }
            }
        });
    }

    private void found(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
