/** Which goods are bought together more often than chance would have it. */
@NullMarked
package io.guanxi.analytics.basket.domain;

import org.jspecify.annotations.NullMarked;
