package io.guanxi.loyalty.account.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The accounts of all tenants.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code LoyaltyRejection}, what
 * {@link Commands#send} throws, and what reading the tenant's rules throws.
 */
@Component
public class LoyaltyAccounts {

    private final Commands commands;
    private final RuleBooks rules;

    LoyaltyAccounts(Commands commands, RuleBooks rules) {
        this.commands = commands;
        this.rules = rules;
    }

    /**
     * Has the account decide, as of the time in the command's stamp.
     *
     * @return the account afterwards
     */
    public LoyaltyAccount send(LoyaltyCommand command, Origin origin) {
        return send(command, origin, command.stamp().at());
    }

    /**
     * @param happened what is recorded as the time of what is reported, which the account may take for another
     * @return the account afterwards
     */
    public LoyaltyAccount send(LoyaltyCommand command, Origin origin, Instant happened) {
        return commands.send(
                new LoyaltyInstruction(command.account(), command, rules.of(origin.tenant())), origin, happened);
    }

    /**
     * The account as all that is stored has made it; what is due and not stored yet is not in it.
     *
     * @param account {@code tenant/customerId}; one of whom nothing was heard is answered unopened
     */
    public LoyaltyAccount find(String account, Origin origin, Instant now) {
        return commands.send(new LoyaltyQuestion(account), origin, now);
    }
}
