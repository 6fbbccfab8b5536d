package io.guanxi.ticket.desk.web;

import io.guanxi.ticket.desk.domain.Author;
import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.TicketCommand;
import io.guanxi.ticket.desk.domain.TicketKind;
import io.guanxi.ticket.desk.domain.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What callers send. Each becomes a command once it is found to be well-formed. */
final class TicketRequests {

    private TicketRequests() {}

    /** @param priority {@code normal} if absent */
    record Opening(
            @Nullable String customerId,
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String priority,
            @Nullable String subject,
            @Nullable String text) {

        TicketCommand command(String id, Instant at, String ticket) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.Open(
                    id,
                    at,
                    ticket,
                    words.customer("/customerId", customerId),
                    words.one(Channel.class, "/channel", channel),
                    words.one(TicketKind.class, "/kind", kind),
                    words.one(Priority.class, "/priority", priority, Priority.NORMAL),
                    new PersonalText(words.text("/subject", subject, Words.LONGEST_SUBJECT)),
                    new PersonalText(words.text("/text", text, Words.LONGEST_TEXT)));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    record Assignment(@Nullable String agent) {

        TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.Assign(id, at, words.agent("/agent", agent));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    /**
     * @param visibility {@code public} if absent
     * @param from {@code agent} if absent
     */
    record Reply(
            @Nullable String text,
            @Nullable String visibility,
            @Nullable String from) {

        TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.Reply(
                    id,
                    at,
                    words.one(Author.class, "/from", from, Author.AGENT),
                    words.one(Visibility.class, "/visibility", visibility, Visibility.PUBLIC),
                    new PersonalText(words.text("/text", text, Words.LONGEST_TEXT)));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    record Hold(@Nullable String reason) {

        TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.PutOnHold(id, at, words.code("/reason", reason));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    record Resolution(@Nullable String outcome) {

        TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.Resolve(id, at, words.code("/outcome", outcome));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    record Reopening(@Nullable String reason) {

        TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = new TicketCommand.Reopen(id, at, words.code("/reason", reason));
            words.refuseIfAnyIsWrong();
            return command;
        }
    }
}
