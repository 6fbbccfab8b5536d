package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides an account's past again. The customer does what they did: what they were told and asked is taken from the log, and
 * only what the programme made of it is decided anew.
 */
public final class Rehearsal {

    private final String account;
    private final Period period;
    private final LoyaltyAccount before;
    private final List<RecordedChange> within;
    private final List<LoyaltyCommand> inputs;
    private final Instant known;

    /**
     * @param account tenant and customer, as {@code tenant/customerId}
     * @param recorded all events of the account so far, in their order
     */
    public Rehearsal(String account, List<RecordedChange> recorded, Period period) {
        List<RecordedChange> all = RecordedChange.inAccountTime(recorded);
        int begin = firstFrom(all, period.from());
        int end = firstFrom(all, period.until());
        this.account = account;
        this.period = period;
        this.before = folded(all.subList(0, begin));
        this.within = all.subList(begin, end);
        this.inputs = RecordedInputs.of(account, all, begin, end);
        this.known = all.isEmpty() ? period.until() : later(all.getLast().recorded(), period.until());
    }

    private static int firstFrom(List<RecordedChange> all, Instant moment) {
        int index = 0;
        while (index < all.size() && all.get(index).at().isBefore(moment)) {
            index++;
        }
        return index;
    }

    /**
     * What happened, with what was due by the end of the period even if nobody had looked by then.
     *
     * @param real the programme's published versions
     */
    public Course asItWas(RuleBook real) {
        var course = new Unrolling(before, real);
        within.forEach(change -> course.happened(change.event()));
        course.decide(untilTheEnd());
        return course.done();
    }

    /** What would have happened by these rules. */
    public Course by(RehearsedRules rules) {
        var course = new Unrolling(before, rules.book());
        inputs.forEach(input -> rules.fitting(input).ifPresent(course::decide));
        course.decide(untilTheEnd());
        return course.done();
    }

    /** What was before the period is not decided again: it was by other rules, and nobody asks. */
    private static LoyaltyAccount folded(List<RecordedChange> before) {
        LoyaltyAccount folded = LoyaltyAccount.unopened();
        for (RecordedChange change : before) {
            folded = LoyaltyAccount.evolve(folded, change.event());
        }
        return folded;
    }

    /** Who looks at the end knows all that was known. */
    private AdvanceTime untilTheEnd() {
        return new AdvanceTime(account, new Stamp("time", period.last(), known));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** An account as it goes on. */
    private static final class Unrolling {

        private final LoyaltyAccount before;
        private final RuleBook rules;
        private final List<LoyaltyEvent> events = new ArrayList<>();
        private final List<RefusedInput> refused = new ArrayList<>();
        private LoyaltyAccount account;

        Unrolling(LoyaltyAccount before, RuleBook rules) {
            this.before = before;
            this.account = before;
            this.rules = rules;
        }

        void happened(LoyaltyEvent event) {
            account = LoyaltyAccount.evolve(account, event);
            events.add(event);
        }

        void decide(LoyaltyCommand command) {
            Decision<LoyaltyEvent, LoyaltyRejection> decision =
                    LoyaltyDecider.decide(account, asSentHere(command), rules);
            switch (decision) {
                case Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted ->
                    accepted.events().forEach(this::happened);
                case Decision.Refused<LoyaltyEvent, LoyaltyRejection> refusal -> {
                    if (account.opened()) {
                        refused.add(RefusedInput.of(command, refusal.reason().code()));
                    }
                }
            }
        }

        /** What comes back is what left here, which by other rules can be of other lots. */
        private LoyaltyCommand asSentHere(LoyaltyCommand command) {
            if (command instanceof LoyaltyCommand.TakeBackTransfer c) {
                for (LoyaltyEvent event : events) {
                    if (event instanceof GiftEntry.PointsSent sent
                            && sent.transferId().equals(c.transferId())) {
                        return new LoyaltyCommand.TakeBackTransfer(
                                c.account(), c.transferId(), c.to(), c.purse(), sent.parcels(), c.stamp());
                    }
                }
            }
            return command;
        }

        Course done() {
            return new Course(before, events, account, refused);
        }
    }
}
