/** Everything in one process on one machine: the command line that starts, feeds and asks it. */
@NullMarked
package io.guanxi.standalone;

import org.jspecify.annotations.NullMarked;
