package io.guanxi.loyalty.reward.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.reward.domain.RewardCommand;
import io.guanxi.loyalty.reward.domain.RewardStock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The stocks of the rewards of all tenants.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code RewardRejection} and what
 * {@link Commands#send} throws.
 */
@Component
public class RewardStocks {

    private final Commands commands;

    RewardStocks(Commands commands) {
        this.commands = commands;
    }

    /**
     * @param reward its code in the programme
     * @return the stock after the command
     */
    public RewardStock send(String reward, RewardCommand command, Origin origin) {
        return commands.send(new RewardInstruction.Change(stream(reward, origin), command), origin, command.at());
    }

    public RewardStock find(String reward, Origin origin, Instant now) {
        return commands.send(new RewardInstruction.Look(stream(reward, origin)), origin, now);
    }

    /** No customer's id: those are UUIDs. */
    private static String stream(String reward, Origin origin) {
        return origin.tenant() + "/reward/" + reward;
    }
}
