/** The infrastructure of a machine with no Docker: a real Kafka broker and a stand-in for MongoDB, both in this process. */
@NullMarked
package io.guanxi.embedded;

import org.jspecify.annotations.NullMarked;
