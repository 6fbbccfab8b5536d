package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.ticket.desk.domain.Author;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation.
 *
 * @param by the subject of who entered it, if known
 */
public record Entry(
        Instant at,
        Author from,
        Visibility visibility,
        @Nullable String by,
        PersonalText text) {}
