/** Long runs that show how far they are, can be cancelled, and go on where they were after a restart. */
@NullMarked
package io.guanxi.eventing.job;

import org.jspecify.annotations.NullMarked;
