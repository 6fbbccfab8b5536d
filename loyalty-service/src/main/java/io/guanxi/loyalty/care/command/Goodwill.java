package io.guanxi.loyalty.care.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.GrantGoodwill;
import io.guanxi.loyalty.care.GoodwillProperties;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Grants goodwill out of the month's budget: the points are set aside before they are granted, so that no two instances
 * overspend together, and given back if the account refuses. What fails in between stays set aside until the same complaint
 * is asked for again, or the month ends.
 */
@Component
@EnableConfigurationProperties(GoodwillProperties.class)
public class Goodwill {

    private final Commands commands;
    private final LoyaltyAccounts accounts;
    private final RuleBooks rules;
    private final GoodwillProperties properties;

    Goodwill(Commands commands, LoyaltyAccounts accounts, RuleBooks rules, GoodwillProperties properties) {
        this.commands = commands;
        this.accounts = accounts;
        this.rules = rules;
        this.properties = properties;
    }

    /**
     * Compensates a complaint.
     *
     * @return the account afterwards
     * @throws CommandRefused if the account or the month's budget refuses
     */
    public LoyaltyAccount grant(GrantGoodwill command, Origin origin) {
        Instant now = command.stamp().at();
        Long most = properties.monthlyBudget();
        boolean compensated = accounts.find(command.account(), origin, now)
                .profile()
                .complaints()
                .contains(command.complaint());
        if (most == null || compensated) {
            return accounts.send(command, origin);
        }
        String budget = budget(origin.tenant(), now);
        String cause = command.stamp().cause();
        commands.send(
                new BudgetInstruction.Reserve(
                        budget, command.account(), command.complaint(), command.points(), most, cause, now),
                origin,
                now);
        try {
            return accounts.send(command, origin);
        } catch (CommandRefused refused) {
            commands.send(
                    new BudgetInstruction.GiveBack(budget, command.account(), command.complaint(), cause, now),
                    origin,
                    now);
            throw refused;
        }
    }

    /** No customer's id: those are UUIDs. */
    private String budget(String tenant, Instant now) {
        ZoneId zone = rules.of(tenant).inForce(now, now).rules().zone();
        return tenant + "/goodwill-budget/" + YearMonth.from(now.atZone(zone));
    }
}
