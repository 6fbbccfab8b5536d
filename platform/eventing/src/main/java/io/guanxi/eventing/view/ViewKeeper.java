package io.guanxi.eventing.view;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one view: writes the documents, then publishes their state; the follower notes the checkpoint after both. A kill in
 * between repeats the batch, which folds nothing twice and publishes the same state again.
 */
final class ViewKeeper<D> implements Work {

    private final View<D> view;
    private final ViewDocuments<D> documents;
    private final BatchFold<D> fold;
    private final @Nullable StatePublication<D> publication;
    private final Rebuild<D> rebuild;
    private final LongConsumer onEvents;
    private boolean indexed;

    ViewKeeper(
            View<D> view,
            ViewDocuments<D> documents,
            BatchFold<D> fold,
            @Nullable StatePublication<D> publication,
            Rebuild<D> rebuild,
            LongConsumer onEvents) {
        this.view = view;
        this.documents = documents;
        this.fold = fold;
        this.publication = publication;
        this.rebuild = rebuild;
        this.onEvents = onEvents;
    }

    @Override
    public String name() {
        return nameOf(view);
    }

    static String nameOf(View<?> view) {
        return "view-" + view.name();
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        Map<String, Folded<D>> touched = fold.apply(events);
        if (publication != null) {
            publication.publish(touched);
        }
        onEvents.accept(events.size());
    }

    @Override
    public void overtaken(List<RecordedEvent> events) {
        if (publication != null) {
            publication.publishStored(ViewFold.keys(view, events), documents);
        }
    }

    @Override
    public boolean aside(long position, BooleanSupplier stillOurs) {
        if (!indexed) {
            documents.createIndexes();
            indexed = true;
        }
        return rebuild.step(position, stillOurs);
    }

    @Override
    public void released() {
        rebuild.released();
    }
}
