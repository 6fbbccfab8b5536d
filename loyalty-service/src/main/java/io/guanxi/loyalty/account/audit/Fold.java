package io.guanxi.loyalty.account.audit;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.List;

/**
 * Events folded again as far as they can be.
 *
 * @param account what they give
 * @param events how many of them could be folded; fewer than there are if one takes what is not there
 */
record Fold(LoyaltyAccount account, int events) {

    static Fold of(List<LoyaltyEvent> log) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        int folded = 0;
        try {
            for (LoyaltyEvent event : log) {
                account = LoyaltyAccount.evolve(account, event);
                folded++;
            }
        } catch (IllegalStateException | NullPointerException takesWhatIsNotThere) {
            return new Fold(account, folded);
        }
        return new Fold(account, folded);
    }
}
