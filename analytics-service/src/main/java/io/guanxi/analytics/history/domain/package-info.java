/** Histories as sums of dated differences: the same whatever the order of arrival, and cut off at any day. */
@NullMarked
package io.guanxi.analytics.history.domain;

import org.jspecify.annotations.NullMarked;
