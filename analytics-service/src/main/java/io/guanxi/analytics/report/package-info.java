/** Answers about all customers of a tenant as of a day, read while somebody waits. */
@NullMarked
package io.guanxi.analytics.report;

import org.jspecify.annotations.NullMarked;
