/** A plausible shop that makes orders, returns and questions, the same ones for the same seed. */
@NullMarked
package io.guanxi.standalone.simulation;

import org.jspecify.annotations.NullMarked;
