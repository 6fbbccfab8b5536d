/** Tries rules on what really happened, without effects. */
@NullMarked
package io.guanxi.loyalty.rehearsal;

import org.jspecify.annotations.NullMarked;
