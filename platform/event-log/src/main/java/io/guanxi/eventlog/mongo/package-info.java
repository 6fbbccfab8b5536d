/** The chain in a MongoDB collection: one document for each commit. */
@NullMarked
package io.guanxi.eventlog.mongo;

import org.jspecify.annotations.NullMarked;
