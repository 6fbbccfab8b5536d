package io.guanxi.loyalty.reward.command;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.Hold;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldForReward;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseHeld;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SpendHeld;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.loyalty.reward.domain.RewardRejection.RewardIsGone;
import io.guanxi.loyalty.reward.domain.RewardStock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges points for a reward: they are kept aside, a unit is taken from the stock, and they are spent. Each step happens
 * once for one hold, and by the version by which the points are kept aside, so that all of it can be asked for again after it broke off; if nobody asks, the hold times out and
 * a reaction to that gives the unit back.
 */
public final class Redemptions {

    private final Accounts accounts;
    private final Stocks stocks;

    /** Asks and tells an account. */
    public interface Accounts {
        LoyaltyAccount find(String account, Origin origin, Instant now);

        LoyaltyAccount send(LoyaltyCommand command, Origin origin);
    }

    /** Asks and tells the stocks. */
    public interface Stocks {
        RewardStock find(String reward, Origin origin, Instant now);

        RewardStock take(String reward, TakeUnit command, Origin origin);
    }

    public Redemptions(Accounts accounts, Stocks stocks) {
        this.accounts = accounts;
        this.stocks = stocks;
    }

    /**
     * @param asked its hold names the exchange; asked again with the same, it goes on where it broke off
     * @return the account afterwards
     * @throws CommandRefused if the account cannot have the reward, or there is none left; the points are as they were
     */
    public LoyaltyAccount redeem(HoldForReward asked, RuleBook book, Origin origin) {
        boolean begun = accounts.find(asked.account(), origin, asked.stamp().at())
                .holds()
                .containsKey(asked.holdId());
        if (!begun) {
            refuseIfGone(asked, book, origin);
        }
        LoyaltyAccount account = accounts.send(asked, origin);
        Hold hold = Objects.requireNonNull(account.holds().get(asked.holdId()), "what is kept aside has a hold");
        if (hold.status() == Hold.Status.SPENT) {
            return account;
        }
        Long stock = stock(asked, book.version(hold.ruleVersion()));
        if (stock != null) {
            takeUnit(asked, stock, origin);
        }
        return accounts.send(new SpendHeld(asked.account(), asked.holdId(), asked.stamp()), origin);
    }

    /** Most of those who come too late are told so before anything is written. */
    private void refuseIfGone(HoldForReward asked, RuleBook book, Origin origin) {
        Long stock = stock(asked, book.inForce(asked.stamp().at(), asked.stamp().known()));
        if (stock != null
                && stocks.find(asked.reward(), origin, asked.stamp().at()).taken() >= stock) {
            throw new CommandRefused(new RewardIsGone(stock));
        }
    }

    private static @Nullable Long stock(HoldForReward asked, PublishedRules published) {
        return published.rules().reward(asked.reward()).map(RewardRules::stock).orElse(null);
    }

    private void takeUnit(HoldForReward asked, long stock, Origin origin) {
        try {
            var unit = new TakeUnit(
                    asked.holdId(), asked.account(), stock, asked.stamp().at());
            stocks.take(asked.reward(), unit, origin);
        } catch (CommandRefused refused) {
            boolean gone = refused.reason() instanceof RewardIsGone;
            accounts.send(new ReleaseHeld(asked.account(), asked.holdId(), gone, asked.stamp()), origin);
            throw refused;
        }
    }
}
