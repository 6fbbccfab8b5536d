package io.guanxi.loyalty.programme.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand;
import io.guanxi.loyalty.programme.rulebook.ProgrammeStream;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/**
 * The programmes of all tenants.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code ProgrammeRejection} and what
 * {@link Commands#send} throws.
 */
@Component
public class Programmes {

    private final Commands commands;
    private final RuleBooks books;

    Programmes(Commands commands, RuleBooks books) {
        this.commands = commands;
        this.books = books;
    }

    /** @return the programme of the origin's tenant after the command */
    public Programme send(ProgrammeCommand command, Origin origin) {
        return send(command, origin, revision -> {});
    }

    /**
     * @param precondition told the revision of what the command is about, before anything is decided; what it throws comes
     *     out here
     * @return the programme of the origin's tenant after the command
     */
    public Programme send(ProgrammeCommand command, Origin origin, IntConsumer precondition) {
        String stream = ProgrammeStream.of(origin.tenant());
        Programme after = commands.send(new ProgrammeInstruction(stream, command, precondition), origin, command.at());
        books.refresh(origin.tenant());
        return after;
    }
}
