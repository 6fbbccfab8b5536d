/** Gives every decision the rules of its tenant, as the log has them. */
@NullMarked
package io.guanxi.loyalty.programme.rulebook;

import org.jspecify.annotations.NullMarked;
