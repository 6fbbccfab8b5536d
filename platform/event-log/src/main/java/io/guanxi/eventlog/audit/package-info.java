/** Walks a log and says what is wrong with it; repairs nothing. */
@NullMarked
package io.guanxi.eventlog.audit;

import org.jspecify.annotations.NullMarked;
