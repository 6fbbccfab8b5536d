package io.guanxi.eventlog.token;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Updates;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The claim under which an event is handled, for the writes its handler makes. An event handler asks for it with a
 * parameter of this type:
 *
 * <pre>{@code
 * @EventHandler
 * void on(JarPlaced placed, Fence fence) {
 *     UpdateResult result = jars.updateOne(and(eq("_id", id), fence.admits()), combine(set(...), fence.mark()));
 * }
 * }</pre>
 *
 * A document that bears the mark of a later owner matches no more: from the moment a new owner has written to a document, or
 * has laid its fence on it ({@code jars.updateMany(fence.admits(), fence.mark())}), no earlier owner can change it, however
 * long that one was paused. Before that moment the write of an earlier owner is the same as one made before its pause: the
 * new owner meets it as it meets every effect whose token was not stored any more. Where the update is an upsert, a refusal
 * is a duplicate key. Processors that write to the same document do not fence each other.
 *
 * @param node who owns the segment
 * @param term grows with each owner of the segment, also across splits and merges
 */
public record Fence(String node, String processor, int segment, long term) {

    private static final String MARK = "fence";
    private static final String RESOURCE = Fence.class.getName();

    /** Matches documents that no later owner has marked. */
    public Bson admits() {
        return or(exists(field(), false), lte(field(), term));
    }

    /** To be part of every update. */
    public Bson mark() {
        return Updates.set(field(), term);
    }

    /** In names of fields these two mean something. */
    private String field() {
        return MARK + "." + processor.replace('.', '_').replace('$', '_');
    }

    /** The fence of the events that are being handled, or null if no processor over a {@link FencedTokenStore} does. */
    static @Nullable Fence current() {
        return CurrentUnitOfWork.isStarted() ? of(CurrentUnitOfWork.get()) : null;
    }

    static @Nullable Fence of(UnitOfWork<?> work) {
        return work.<Fence>getResource(RESOURCE);
    }

    void keepIn(UnitOfWork<?> work) {
        work.resources().put(RESOURCE, this);
    }
}
