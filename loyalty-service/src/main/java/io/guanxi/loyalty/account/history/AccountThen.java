package io.guanxi.loyalty.account.history;

import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was at a moment, as far as it was known at another: its events until then, and what was due by then and
 * had not been recorded yet.
 *
 * @param account not opened if nothing had happened yet
 * @param lines that made it so, in their order
 * @param asOf the moment in the account's own time
 * @param knownAt what was recorded later plays no part
 */
public record AccountThen(LoyaltyAccount account, List<RecordedLine> lines, Instant asOf, Instant knownAt) {

    public AccountThen {
        lines = List.copyOf(lines);
    }

    /**
     * @param log all events of the account
     * @param knownAt null is all that is known now
     * @param book the versions of the programme's rules
     */
    public static AccountThen of(
            List<RecordedLine> log, Instant asOf, @Nullable Instant knownAt, Instant now, RuleBook book) {
        Instant known = Objects.requireNonNullElse(knownAt, now);
        var lines = new ArrayList<RecordedLine>();
        LoyaltyAccount account = LoyaltyAccount.unopened();
        Instant clock = Instant.MIN;
        for (RecordedLine line : log) {
            Instant at = Objects.requireNonNullElse(line.event().at(), line.happened());
            // An account's time only grows, though the oldest events kept their cause's.
            clock = at.isAfter(clock) ? at : clock;
            if (clock.isAfter(asOf) || (knownAt != null && line.recorded().isAfter(knownAt))) {
                break;
            }
            account = LoyaltyAccount.evolve(account, line.event());
            lines.add(line);
        }
        for (LoyaltyEvent due : due(account, asOf, known, book)) {
            account = LoyaltyAccount.evolve(account, due);
            lines.add(new RecordedLine(lines.size(), due, Objects.requireNonNullElse(due.at(), asOf), known));
        }
        return new AccountThen(account, lines, asOf, known);
    }

    /** Nobody need have looked at an account for what is due on it to happen. */
    private static List<LoyaltyEvent> due(LoyaltyAccount account, Instant asOf, Instant knownAt, RuleBook book) {
        if (account.id() == null) {
            return List.of();
        }
        var advance = new AdvanceTime(account.id(), new Stamp("as-of", asOf, knownAt));
        return LoyaltyDecider.decide(account, advance, book) instanceof Accepted<LoyaltyEvent, ?> due
                ? due.events()
                : List.of();
    }
}
