package io.guanxi.eventlog.sample;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.eventlog.token.Fence;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Writes down what it sees: for itself, and under its fence for all processes. Can be held up, as a process is by a pause. */
@Component
@ProcessingGroup("jar-follower")
public class JarFollower {

    private static final String DIARY = "diary";
    private static final String POSITIONS = "positions";

    private final EventCatalogue catalogue;
    private final MongoDatabase database;
    private final Semaphore running = new Semaphore(1);
    private final List<RecordedEvent> seen = new CopyOnWriteArrayList<>();
    private final List<RecordedEvent> refused = new CopyOnWriteArrayList<>();

    JarFollower(EventCatalogue catalogue, MongoDatabase database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    @EventHandler
    void on(JarEvent event, EventMessage<?> message, Fence fence) throws InterruptedException {
        running.acquire();
        running.release();
        RecordedEvent recorded = RecordedEvent.of(message, catalogue);
        (note(recorded, fence) ? seen : refused).add(recorded);
    }

    private boolean note(RecordedEvent event, Fence fence) {
        try {
            database.getCollection(DIARY)
                    .updateOne(
                            and(eq("_id", event.stream()), fence.admits()),
                            combine(push(POSITIONS, event.position()), fence.mark()),
                            new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** What this process saw and wrote down. */
    public List<RecordedEvent> seen() {
        return seen;
    }

    /** What this process saw, but not as the owner any more. */
    public List<RecordedEvent> refused() {
        return refused;
    }

    /** What all processes wrote down about a jar, in the order in which they did. */
    public List<Long> diaryOf(String jar) {
        var page = database.getCollection(DIARY).find(eq("_id", jar)).first();
        return page == null ? List.of() : page.getList(POSITIONS, Long.class);
    }

    public void pause() {
        running.acquireUninterruptibly();
    }

    public void goOn() {
        running.release();
    }
}
