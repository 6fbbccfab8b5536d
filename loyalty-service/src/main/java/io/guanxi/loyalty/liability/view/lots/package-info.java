/** Answers: what became of the points of each lot? */
@NullMarked
package io.guanxi.loyalty.liability.view.lots;

import org.jspecify.annotations.NullMarked;
