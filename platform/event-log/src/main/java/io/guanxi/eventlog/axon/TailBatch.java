package io.guanxi.eventlog.axon;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What one read brought.
 *
 * @param last the position up to which it read; upcasters may have left no message there
 */
record TailBatch(List<TrackedEventMessage<?>> messages, long last) {}
