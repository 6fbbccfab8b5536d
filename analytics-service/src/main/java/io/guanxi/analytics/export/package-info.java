/** Writes what is known of each customer into Parquet files. */
@NullMarked
package io.guanxi.analytics.export;

import org.jspecify.annotations.NullMarked;
