package io.guanxi.eventing.relay;

import io.guanxi.eventlog.RecordedEvent;
import java.util.List;

/**
 * Translates a service's own events to the published language. A bean of this type is all there is to do: what it answers
 * is published in the order of the log, at least once, with ids that stay the same.
 */
public interface Publication {

    /** Lower-case letters, digits and hyphens. Under another name everything is published again from the first event. */
    String name();

    /** What is published of an event; nothing for one that is nobody else's business. Pure. */
    List<OutgoingEvent> translate(RecordedEvent event);
}
