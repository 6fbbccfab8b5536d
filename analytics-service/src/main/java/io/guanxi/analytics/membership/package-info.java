/** Goes through everybody for one segment: who is in it on a day, and who would be if its draft were in use. */
@NullMarked
package io.guanxi.analytics.membership;

import org.jspecify.annotations.NullMarked;
