/** What may happen to a ticket and what was promised: commands, events, state and rules, without any framework. */
@NullMarked
package io.guanxi.ticket.desk.domain;

import org.jspecify.annotations.NullMarked;
