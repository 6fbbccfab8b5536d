/** How many orders and how much money a customer is still expected to bring, by models fitted to all customers. */
@NullMarked
package io.guanxi.analytics.lifetime;

import org.jspecify.annotations.NullMarked;
