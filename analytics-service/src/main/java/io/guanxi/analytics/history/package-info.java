/** What is remembered of a customer, so that any past day can be asked about. */
@NullMarked
package io.guanxi.analytics.history;

import org.jspecify.annotations.NullMarked;
