/** Answers: what did a customer buy lately, and what spoke for it? */
@NullMarked
package io.guanxi.loyalty.measure.view.purchases;

import org.jspecify.annotations.NullMarked;
