package io.guanxi.loyalty.family.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.family.FamilyProperties;
import io.guanxi.loyalty.family.domain.Family;
import io.guanxi.loyalty.family.domain.FamilyCommand;
import io.guanxi.loyalty.family.domain.FamilyKey;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The families of all tenants.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code FamilyRejection} and what
 * {@link Commands#send} throws.
 */
@Component
@EnableConfigurationProperties(FamilyProperties.class)
public class Families {

    private final Commands commands;
    private final FamilyProperties properties;

    Families(Commands commands, FamilyProperties properties) {
        this.commands = commands;
        this.properties = properties;
    }

    /**
     * Has a family decide.
     *
     * @return the family after the command
     */
    public Family send(FamilyKey family, FamilyCommand command, Origin origin) {
        return commands.send(
                new FamilyInstruction.Change(family.stream(), command, properties.mostMembers()), origin, command.at());
    }

    /** The family as it is stored; one of which nothing was heard is answered unfounded. */
    public Family find(FamilyKey family, Origin origin, Instant now) {
        return commands.send(new FamilyInstruction.Look(family.stream()), origin, now);
    }
}
