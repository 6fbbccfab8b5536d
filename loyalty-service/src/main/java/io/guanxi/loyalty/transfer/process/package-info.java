/** Has points that were sent be received, or taken back if they are declined. */
@NullMarked
package io.guanxi.loyalty.transfer.process;

import org.jspecify.annotations.NullMarked;
