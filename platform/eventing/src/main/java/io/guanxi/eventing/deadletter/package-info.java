/** Records that cannot be used: where they go, how they are listed, repaired and replayed. */
@NullMarked
package io.guanxi.eventing.deadletter;

import org.jspecify.annotations.NullMarked;
