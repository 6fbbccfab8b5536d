/** The desk over HTTP. */
@NullMarked
package io.guanxi.ticket.desk.web;

import org.jspecify.annotations.NullMarked;
