/** Takes order events over HTTP from shops that have no Kafka, and publishes them as such a shop would. */
@NullMarked
package io.guanxi.gateway.orders;

import org.jspecify.annotations.NullMarked;
