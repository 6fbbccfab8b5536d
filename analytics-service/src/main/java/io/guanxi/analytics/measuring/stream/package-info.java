/** The Kafka Streams topology: folds orders to facts, adds them up, measures populations, and answers questions about both. */
@NullMarked
package io.guanxi.analytics.measuring.stream;

import org.jspecify.annotations.NullMarked;
