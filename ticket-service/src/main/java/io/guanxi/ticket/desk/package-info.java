/** Owns the life of one ticket at the service desk, from opening to closing. */
@NullMarked
package io.guanxi.ticket.desk;

import org.jspecify.annotations.NullMarked;
