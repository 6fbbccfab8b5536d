package io.guanxi.loyalty.referral.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.Fact.ReferralBecameFinal;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ConfirmReferral;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RefuseReferral;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RewardReferrer;
import io.guanxi.loyalty.account.domain.Profile;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.referral.domain.ReferralPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a recommendation once, on the friend's account; then both sides are rewarded, each once. Whoever does it again, or
 * late, finds the judgement there and only goes on from it.
 */
final class WhenAnOrderIsFinalJudgeTheReferral implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAnOrderIsFinalJudgeTheReferral.class);

    private final Accounts accounts;
    private final Function<String, RuleBook> rules;
    private final Clock clock;

    /** Asks and tells {@link io.guanxi.loyalty.account.command.LoyaltyAccounts}. */
    interface Accounts {

        LoyaltyAccount find(String account, Origin origin, Instant now);

        LoyaltyAccount send(LoyaltyCommand command, Origin origin);
    }

    /** @param rules the rule book of a tenant */
    WhenAnOrderIsFinalJudgeTheReferral(Accounts accounts, Function<String, RuleBook> rules, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof ReferralBecameFinal done) {
                judge(event, new Stamp(event.id(), done.at(), clock.instant()));
            }
        }
    }

    private void judge(RecordedEvent event, Stamp stamp) {
        var origin = new Origin(event.tenant(), event.correlationId(), event.id(), null);
        String friend = event.stream();
        LoyaltyAccount account = accounts.find(friend, origin, stamp.known());
        Profile.Referral referral = account.profile().referral();
        if (referral != null && referral.status() == Profile.Referral.Status.FINAL) {
            List<Finding> findings = examine(friend, account, referral, origin, stamp);
            referral = judged(
                    ReferralPolicy.refuse(findings)
                            ? new RefuseReferral(friend, findings, stamp)
                            : new ConfirmReferral(friend, findings, stamp),
                    origin,
                    stamp);
        }
        if (referral != null && referral.status() == Profile.Referral.Status.CONFIRMED) {
            reward(friend, referral, origin, stamp);
        }
    }

    private List<Finding> examine(
            String friend, LoyaltyAccount account, Profile.Referral referral, Origin origin, Stamp stamp) {
        var recommendations = new Recommendations(id -> accounts.find(id, origin, stamp.known()));
        return ReferralPolicy.examine(
                recommendations.of(friend, account, referral, rules.apply(origin.tenant()), stamp.at()));
    }

    /** As it stands after this judgement, or after that of somebody who was faster. */
    private Profile.@Nullable Referral judged(LoyaltyCommand judgement, Origin origin, Stamp stamp) {
        try {
            return accounts.send(judgement, origin).profile().referral();
        } catch (CommandRefused refused) {
            LOG.info(
                    "A recommendation was judged otherwise: {}",
                    refused.reason().code());
            return accounts.find(judgement.account(), origin, stamp.known())
                    .profile()
                    .referral();
        }
    }

    /** The referrer's own account has the last word on its limit. */
    private void reward(String friend, Profile.Referral referral, Origin origin, Stamp stamp) {
        try {
            accounts.send(
                    new RewardReferrer(referral.referrer(), friend, referral.order(), referral.ruleVersion(), stamp),
                    origin);
        } catch (CommandRefused refused) {
            LOG.warn(
                    "A confirmed recommendation is not rewarded: {}",
                    refused.reason().code());
        }
    }
}
