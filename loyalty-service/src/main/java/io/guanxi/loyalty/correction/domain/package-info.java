/** Says which orders a correction reaches. */
@NullMarked
package io.guanxi.loyalty.correction.domain;

import org.jspecify.annotations.NullMarked;
