/** Answers which promises are broken unless somebody acted just now. */
@NullMarked
package io.guanxi.ticket.desk.view.promisesdue;

import org.jspecify.annotations.NullMarked;
