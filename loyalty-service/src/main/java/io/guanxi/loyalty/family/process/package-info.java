/** Has each member's account know its family. */
@NullMarked
package io.guanxi.loyalty.family.process;

import org.jspecify.annotations.NullMarked;
