package io.guanxi.eventlog.proof.judge;

import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.engine.Segments;
import io.guanxi.eventlog.proof.journal.Operation;
import io.guanxi.eventlog.proof.journal.Operation.Claimed;
import io.guanxi.eventlog.proof.journal.Operation.Effected;
import io.guanxi.eventlog.proof.journal.Operation.Stored;
import io.guanxi.eventlog.proof.judge.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one owner at a time worked on a segment, and its token only grew. */
final class JudgingClaims {

    private final List<Finding> findings = new ArrayList<>();

    private JudgingClaims() {}

    /**
     * @param followed what all followers did
     * @param counts how many effects each segment has at the end
     */
    static List<Finding> judge(Collection<Operation> followed, List<SeenEvent> view, Map<Integer, Long> counts) {
        JudgingClaims judging = new JudgingClaims();
        for (int segment : segments(followed)) {
            judging.tokens(followed.stream()
                    .map(JudgingClaims::step)
                    .filter(step -> step != null && step.segment() == segment)
                    .toList());
        }
        judging.effects(followed, view, counts);
        return judging.findings;
    }

    private static Set<Integer> segments(Collection<Operation> followed) {
        return followed.stream()
                .map(JudgingClaims::step)
                .filter(step -> step != null)
                .map(Step::segment)
                .collect(Collectors.toSet());
    }

    /** Something that was done under a claim and went well. Only what ended before another began is before it. */
    private record Step(long since, long until, String claim, int segment, long token, Operation operation) {}

    private static Step step(Operation operation) {
        if (operation instanceof Claimed one) {
            return new Step(one.since(), one.until(), one.claim(), one.segment(), one.token(), one);
        }
        if (operation instanceof Stored one) {
            return new Step(one.since(), one.until(), one.claim(), one.segment(), one.token(), one);
        }
        if (operation instanceof Effected one) {
            return new Step(one.since(), one.until(), one.claim(), one.segment(), -1, one);
        }
        return null;
    }

    private void tokens(List<Step> steps) {
        List<Step> begun =
                steps.stream().sorted(Comparator.comparingLong(Step::since)).toList();
        List<Step> ended =
                steps.stream().sorted(Comparator.comparingLong(Step::until)).toList();
        Map<String, Claimed> claims = new HashMap<>();
        Claimed newest = null;
        long highest = -1;
        int done = 0;
        for (Step step : begun) {
            for (; done < ended.size() && ended.get(done).until() < step.since(); done++) {
                highest = Math.max(highest, ended.get(done).token());
                if (ended.get(done).operation() instanceof Claimed claimed) {
                    claims.put(claimed.claim(), claimed);
                    newest = newest == null || claimed.since() > newest.since() ? claimed : newest;
                }
            }
            judge(step, highest, claims.get(step.claim()), newest);
        }
    }

    private void judge(Step step, long highest, Claimed own, Claimed newest) {
        boolean bearsToken = !(step.operation() instanceof Effected);
        if (bearsToken && step.token() < highest) {
            findings.add(new Finding(Kind.TOKEN_WENT_BACK, step.operation() + " after " + highest));
        }
        boolean over = own != null && newest != own && newest.since() > own.until();
        if (over && step.operation() instanceof Stored) {
            findings.add(new Finding(Kind.TOKEN_OF_FORMER_OWNER, step.operation() + " after " + newest));
        }
        if (over && step.operation() instanceof Effected) {
            findings.add(new Finding(Kind.EFFECT_OF_FORMER_OWNER, step.operation() + " after " + newest));
        }
    }

    private void effects(Collection<Operation> followed, List<SeenEvent> view, Map<Integer, Long> counts) {
        Set<String> had = new HashSet<>();
        for (Operation operation : followed) {
            if (operation instanceof Effected effect && !had.add(effect.event())) {
                findings.add(new Finding(Kind.EFFECT_TWICE, effect.toString()));
            }
        }
        Map<Integer, Long> expected = view.stream()
                .collect(Collectors.groupingBy(event -> Segments.of(event.stream()), Collectors.counting()));
        expected.forEach((segment, events) -> {
            long count = counts.getOrDefault(segment, 0L);
            if (count != events) {
                findings.add(new Finding(
                        count < events ? Kind.NO_EFFECT : Kind.EFFECT_TWICE,
                        "segment " + segment + " has " + count + " effects of " + events + " events"));
            }
        });
    }
}
