package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.rehearsal.domain.RehearsalSums.Group;
import io.guanxi.loyalty.rehearsal.domain.RehearsalSums.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums that grow in place, for one batch of accounts. */
final class AddingUp {

    private static final int MOST_GROUPS = 40;

    private long accounts;
    private long differing;
    private long otherEntries;
    private long risen;
    private long fallen;
    private final Map<Comparison.Verdict, Long> verdicts;
    private final Map<String, NowAndThen> purses;
    private final Map<String, List<Long>> owedNow;
    private final Map<String, List<Long>> owedThen;
    private final Map<String, Map<String, Long>> tiers;
    private final Map<String, Group> grades;
    private final Map<String, Group> tiersNow;
    private final Map<RefusedInput.Kind, Map<String, Refusals>> refused;

    AddingUp(RehearsalSums start) {
        accounts = start.accounts();
        differing = start.differing();
        otherEntries = start.otherEntries();
        risen = start.risen();
        fallen = start.fallen();
        verdicts = new TreeMap<>(start.verdicts());
        purses = new TreeMap<>(start.purses());
        owedNow = new TreeMap<>(start.owedNow());
        owedThen = new TreeMap<>(start.owedThen());
        tiers = new TreeMap<>();
        start.tiers().forEach((tier, counts) -> tiers.put(tier, new TreeMap<>(counts)));
        grades = new TreeMap<>(start.grades());
        tiersNow = new TreeMap<>(start.tiersNow());
        refused = new TreeMap<>();
        start.refused().forEach((kind, reasons) -> refused.put(kind, new TreeMap<>(reasons)));
    }

    void add(Comparison account) {
        if (!account.now().opened() && !account.then().opened()) {
            return;
        }
        accounts++;
        differing += account.differs() ? 1 : 0;
        otherEntries += account.sameEntries() ? 0 : 1;
        verdicts.merge(account.verdict(), 1L, Long::sum);
        risen += account.tierChange() > 0 ? 1 : 0;
        fallen += account.tierChange() < 0 ? 1 : 0;
        addPoints(purses, account);
        addOwed(owedNow, account.now());
        addOwed(owedThen, account.then());
        tiers.computeIfAbsent(named(account.now().tier()), tier -> new TreeMap<>())
                .merge(named(account.then().tier()), 1L, Long::sum);
        addTo(grades, named(account.now().grade()), account);
        addTo(tiersNow, named(account.now().tier()), account);
        account.then()
                .refused()
                .forEach(input -> refused.computeIfAbsent(input.kind(), kind -> new TreeMap<>())
                        .merge(
                                input.code(),
                                Refusals.EMPTY.plus(input.points()),
                                (before, one) -> before.plus(input.points())));
    }

    private static String named(@Nullable String code) {
        return Objects.requireNonNullElse(code, RehearsalSums.NONE);
    }

    private static void addPoints(Map<String, NowAndThen> sums, Comparison account) {
        for (String purse : account.purses()) {
            sums.put(
                    purse,
                    sums.getOrDefault(purse, NowAndThen.NONE)
                            .plus(account.now().purse(purse), account.then().purse(purse)));
        }
    }

    private static void addOwed(Map<String, List<Long>> sums, AccountOutcome outcome) {
        outcome.owed().forEach((purse, points) -> sums.merge(purse, points, AddingUp::added));
    }

    private static List<Long> added(List<Long> some, List<Long> more) {
        var sums = new ArrayList<Long>(some.size());
        for (int i = 0; i < some.size(); i++) {
            sums.add(some.get(i) + more.get(i));
        }
        return sums;
    }

    private static void addTo(Map<String, Group> groups, String name, Comparison account) {
        String key = groups.containsKey(name) || groups.size() < MOST_GROUPS ? name : RehearsalSums.OTHERS;
        Group before = groups.getOrDefault(key, Group.EMPTY);
        var points = new TreeMap<>(before.purses());
        addPoints(points, account);
        groups.put(key, new Group(before.accounts() + 1, points));
    }

    RehearsalSums sums() {
        return new RehearsalSums(
                accounts,
                differing,
                otherEntries,
                verdicts,
                risen,
                fallen,
                purses,
                owedNow,
                owedThen,
                tiers,
                grades,
                tiersNow,
                refused);
    }
}
