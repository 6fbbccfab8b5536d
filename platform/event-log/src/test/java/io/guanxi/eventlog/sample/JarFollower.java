package io.guanxi.eventlog.sample;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Writes down what it sees. */
@Component
@ProcessingGroup("jar-follower")
public class JarFollower {

    private final EventCatalogue catalogue;
    private final List<RecordedEvent> seen = new CopyOnWriteArrayList<>();

    JarFollower(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @EventHandler
    void on(JarEvent event, EventMessage<?> message) {
        seen.add(RecordedEvent.of(message, catalogue));
    }

    public List<RecordedEvent> seen() {
        return seen;
    }
}
