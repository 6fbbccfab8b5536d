/** Answers: what was posted on each day, and what was owed at its start and end? */
@NullMarked
package io.guanxi.loyalty.liability.view.dailytotals;

import org.jspecify.annotations.NullMarked;
