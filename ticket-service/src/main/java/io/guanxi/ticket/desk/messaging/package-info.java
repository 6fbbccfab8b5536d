/** What the desk tells other services and shops, never in a person's words. */
@NullMarked
package io.guanxi.ticket.desk.messaging;

import org.jspecify.annotations.NullMarked;
