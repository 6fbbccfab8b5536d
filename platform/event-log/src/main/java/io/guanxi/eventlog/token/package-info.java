/** Keeps how far the readers are, and lets one owner at a time go on from there, whatever clocks and pauses do. */
@NullMarked
package io.guanxi.eventlog.token;

import org.jspecify.annotations.NullMarked;
