/** Takes in what shops report of orders and customers, and publishes what became of their customers. */
@NullMarked
package io.guanxi.customer.file.messaging;

import org.jspecify.annotations.NullMarked;
