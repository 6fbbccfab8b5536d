/** All customers and orders of a tenant, gone through once, wherever they are kept. */
@NullMarked
package io.guanxi.analytics.population;

import org.jspecify.annotations.NullMarked;
