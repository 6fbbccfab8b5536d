/** Runs that look at all customers of a tenant: models fitted and tried, groups and baskets found, files written. */
@NullMarked
package io.guanxi.analytics.runs;

import org.jspecify.annotations.NullMarked;
