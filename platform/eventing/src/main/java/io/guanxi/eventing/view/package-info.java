/** Keeps read models: each event is folded into its documents exactly once, in the order of the log. */
@NullMarked
package io.guanxi.eventing.view;

import org.jspecify.annotations.NullMarked;
