package io.guanxi.loyalty.rehearsal.domain;

import java.util.List;
import java.util.Map;

/**
 * What many accounts add up to. Its size depends on the programme and the period, and not on how many accounts there are.
 *
 * @param accounts how many were open by the end of the period
 * @param differing how many of them would have been different in anything that is summed up here
 * @param otherEntries how many would have had another ledger; none when the real rules are rehearsed
 * @param verdicts how many accounts there are of each
 * @param risen how many would have a higher tier
 * @param fallen how many would have a lower one
 * @param purses by currency of points
 * @param owedNow points at the end of each month as it was, by currency of points
 * @param owedThen the same as it would have been
 * @param tiers how many accounts had a tier and would have had another: by the real one, then by the rehearsed one
 * @param grades by grade
 * @param tiersNow by the tier that the customer really had at the end
 * @param refused by kind of command, then by the reason of the refusal
 */
public record RehearsalSums(
        long accounts,
        long differing,
        long otherEntries,
        Map<Comparison.Verdict, Long> verdicts,
        long risen,
        long fallen,
        Map<String, NowAndThen> purses,
        Map<String, List<Long>> owedNow,
        Map<String, List<Long>> owedThen,
        Map<String, Map<String, Long>> tiers,
        Map<String, Group> grades,
        Map<String, Group> tiersNow,
        Map<RefusedInput.Kind, Map<String, Refusals>> refused) {

    /** In place of a tier or grade where there is none. It is no code. */
    public static final String NONE = "-";

    /** In place of all grades beyond the most that a report tells apart. It is no code. */
    public static final String OTHERS = "*";

    public static final RehearsalSums EMPTY = new RehearsalSums(
            0, 0, 0, Map.of(), 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** Accounts that have something in common. @param purses by currency of points */
    public record Group(long accounts, Map<String, NowAndThen> purses) {

        static final Group EMPTY = new Group(0, Map.of());
    }

    /** @param points how many the refused commands were about, as far as they say */
    public record Refusals(long count, long points) {

        static final Refusals EMPTY = new Refusals(0, 0);

        Refusals plus(long more) {
            return new Refusals(count + 1, points + more);
        }
    }

    /** With these accounts, of which none is counted yet. */
    public RehearsalSums plus(Iterable<Comparison> comparisons) {
        var adding = new AddingUp(this);
        comparisons.forEach(adding::add);
        return adding.sums();
    }
}
