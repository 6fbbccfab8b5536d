/** What the desk does by itself as time passes. */
@NullMarked
package io.guanxi.ticket.desk.process;

import org.jspecify.annotations.NullMarked;
