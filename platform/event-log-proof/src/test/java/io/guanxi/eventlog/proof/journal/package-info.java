/** What each process says that it asked and was answered: all that the judge knows, beside a last look at the store. */
@NullMarked
package io.guanxi.eventlog.proof.journal;

import org.jspecify.annotations.NullMarked;
