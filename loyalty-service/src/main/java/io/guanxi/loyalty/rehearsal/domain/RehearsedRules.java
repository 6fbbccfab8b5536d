package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RewardReferrer;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a rehearsal decides by.
 *
 * @param book with the draft as its newest version, if one is tried
 * @param draftFrom what happened from then on is judged by the draft; absent if the real rules are rehearsed
 */
public record RehearsedRules(RuleBook book, @Nullable Instant draftFrom) {

    /** The rules as they really were: what is rehearsed by them must be what happened. */
    public static RehearsedRules real(RuleBook real) {
        return new RehearsedRules(real, null);
    }

    /**
     * What really held until a moment, and a draft from then on. Versions that really began later have no part in it, nor
     * what corrects them.
     */
    public static RehearsedRules trying(ProgrammeRules draft, RuleBook real, Instant from) {
        List<PublishedRules> versions = real.versions().reversed();
        var kept = new ArrayList<PublishedRules>();
        Set<Integer> numbers = new HashSet<>();
        for (PublishedRules version : versions) {
            boolean stays =
                    version.corrects() == null ? version.from().isBefore(from) : numbers.contains(version.corrects());
            if (stays) {
                kept.add(version);
                numbers.add(version.version());
            }
        }
        int next = versions.getLast().version() + 1;
        kept.add(new PublishedRules(next, from, null, Instant.EPOCH, null, draft));
        return new RehearsedRules(new RuleBook(kept), from);
    }

    /**
     * The same command for these rules; empty if by these rules nobody would give it. A version that has no part in them is
     * the draft's business, and what the draft judged has no wrong version that could be corrected.
     */
    Optional<LoyaltyCommand> fitting(LoyaltyCommand command) {
        if (draftFrom == null) {
            return Optional.of(command);
        }
        if (command instanceof CorrectEarning c) {
            boolean judgedByDraft = !c.facts().paidAt().isBefore(draftFrom);
            return judgedByDraft || book.find(c.version()).isEmpty() ? Optional.empty() : Optional.of(c);
        }
        if (command instanceof RewardReferrer c && book.find(c.ruleVersion()).isEmpty()) {
            int draft = book.versions().getFirst().version();
            return Optional.of(new RewardReferrer(c.account(), c.friend(), c.order(), draft, c.stamp()));
        }
        return Optional.of(command);
    }
}
