/** One customer as of one day: measures, value, potential, grade, risk, lapse and segments; a pure function of history. */
@NullMarked
package io.guanxi.analytics.picture.domain;

import org.jspecify.annotations.NullMarked;
