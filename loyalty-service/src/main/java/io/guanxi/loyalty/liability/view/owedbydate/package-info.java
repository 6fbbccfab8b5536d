/** Answers: what was owed at any date, as far as it was known at any other? */
@NullMarked
package io.guanxi.loyalty.liability.view.owedbydate;

import org.jspecify.annotations.NullMarked;
