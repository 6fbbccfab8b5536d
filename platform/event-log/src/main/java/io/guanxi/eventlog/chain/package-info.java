/** The chain of commits by itself: how any number of writers keep one order without gaps, whatever store holds it. */
@NullMarked
package io.guanxi.eventlog.chain;

import org.jspecify.annotations.NullMarked;
