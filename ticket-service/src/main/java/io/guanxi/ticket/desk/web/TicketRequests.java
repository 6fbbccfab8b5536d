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

/** What callers send. */
final class TicketRequests {

    private TicketRequests() {}

    /** What a caller wants to be done to a ticket. */
    @FunctionalInterface
    interface Wish {

        /** The command, if no word of it is found to be wrong. */
        TicketCommand read(Words words, String id, Instant at);

        /** @throws io.guanxi.web.RequestRefused with status 400 that names all that is wrong */
        default TicketCommand command(String id, Instant at) {
            Words words = new Words();
            TicketCommand command = read(words, id, at);
            words.refuseIfAnyIsWrong();
            return command;
        }
    }

    /** @param priority {@code normal} if absent */
    record Opening(
            @Nullable String customerId,
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String priority,
            @Nullable String subject,
            @Nullable String text) {

        /** @param ticket the key of the new ticket */
        Wish of(String ticket) {
            return (words, id, at) -> new TicketCommand.Open(
                    id,
                    at,
                    ticket,
                    words.customer("/customerId", customerId),
                    words.one(Channel.class, "/channel", channel),
                    words.one(TicketKind.class, "/kind", kind),
                    words.one(Priority.class, "/priority", priority, Priority.NORMAL),
                    new PersonalText(words.text("/subject", subject, Words.LONGEST_SUBJECT)),
                    new PersonalText(words.text("/text", text, Words.LONGEST_TEXT)));
        }
    }

    record Assignment(@Nullable String agent) implements Wish {

        @Override
        public TicketCommand read(Words words, String id, Instant at) {
            return new TicketCommand.Assign(id, at, words.agent("/agent", agent));
        }
    }

    /**
     * @param visibility {@code public} if absent
     * @param from {@code agent} if absent
     */
    record Reply(
            @Nullable String text,
            @Nullable String visibility,
            @Nullable String from) implements Wish {

        @Override
        public TicketCommand read(Words words, String id, Instant at) {
            return new TicketCommand.Reply(
                    id,
                    at,
                    words.one(Author.class, "/from", from, Author.AGENT),
                    words.one(Visibility.class, "/visibility", visibility, Visibility.PUBLIC),
                    new PersonalText(words.text("/text", text, Words.LONGEST_TEXT)));
        }
    }

    record Hold(@Nullable String reason) implements Wish {

        @Override
        public TicketCommand read(Words words, String id, Instant at) {
            return new TicketCommand.PutOnHold(id, at, words.code("/reason", reason));
        }
    }

    record Resolution(@Nullable String outcome) implements Wish {

        @Override
        public TicketCommand read(Words words, String id, Instant at) {
            return new TicketCommand.Resolve(id, at, words.code("/outcome", outcome));
        }
    }

    record Reopening(@Nullable String reason) implements Wish {

        @Override
        public TicketCommand read(Words words, String id, Instant at) {
            return new TicketCommand.Reopen(id, at, words.code("/reason", reason));
        }
    }
}
