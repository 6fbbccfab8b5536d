package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about.
 *
 * @param customerId absent if not known
 */
public record Matter(
        @Nullable String customerId,
        Channel channel,
        TicketKind kind,
        Priority priority,
        PersonalText subject,
        Instant openedAt) {

    static Matter of(Opened e) {
        return new Matter(e.customer(), e.channel(), e.kind(), e.priority(), e.subject(), e.at());
    }
}
