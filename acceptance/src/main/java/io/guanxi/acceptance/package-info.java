/** The platform as its users meet it: a process that a script starts, an address, a topic. */
@NullMarked
package io.guanxi.acceptance;

import org.jspecify.annotations.NullMarked;
