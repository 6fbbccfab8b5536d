/** Finds groups of customers who buy alike, and says in words what they have in common. */
@NullMarked
package io.guanxi.analytics.cluster.domain;

import org.jspecify.annotations.NullMarked;
