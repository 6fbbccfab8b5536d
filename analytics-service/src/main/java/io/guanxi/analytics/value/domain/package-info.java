/** Folds orders to facts in any order of arrival, and scores facts by boundaries, without any framework. */
@NullMarked
package io.guanxi.analytics.value.domain;

import org.jspecify.annotations.NullMarked;
