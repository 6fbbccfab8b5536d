/** Says by which rule points are earned at present. */
@NullMarked
package io.guanxi.loyalty.programme;

import org.jspecify.annotations.NullMarked;
