/** The same key and request get the same answer, and the effect once. */
@NullMarked
package io.guanxi.web.idempotency;

import org.jspecify.annotations.NullMarked;
