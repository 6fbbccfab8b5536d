/** What the event log tells about itself. */
@NullMarked
package io.guanxi.eventlog.signals;

import org.jspecify.annotations.NullMarked;
