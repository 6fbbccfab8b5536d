/** Business time: which instants count, and how far a span of counted time reaches. */
@NullMarked
package io.guanxi.ticket.desk.domain.calendar;

import org.jspecify.annotations.NullMarked;
