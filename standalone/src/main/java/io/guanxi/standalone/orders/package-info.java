/** Reads a shop's order log and publishes it as the shop would. */
@NullMarked
package io.guanxi.standalone.orders;

import org.jspecify.annotations.NullMarked;
