package io.guanxi.eventing.view;

import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the documents of one collection up to date with a batch of events, whoever else is at it. */
final class BatchFold<D> {

    private static final int MOST_ROUNDS = 50;

    private final View<D> view;
    private final ViewDocuments<D> documents;
    private final Runnable onConflict;

    BatchFold(View<D> view, ViewDocuments<D> documents, Runnable onConflict) {
        this.view = view;
        this.documents = documents;
        this.onConflict = onConflict;
    }

    /**
     * @return the documents that the events touch, as they are stored now
     * @throws IllegalStateException if others were faster every time
     */
    Map<String, Folded<D>> apply(List<RecordedEvent> events) {
        Set<String> keys = ViewFold.keys(view, events);
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, Folded<D>> folded = ViewFold.fold(view, documents.load(keys), keys, events);
        for (int round = 1; !documents.write(folded); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException(
                        view.name() + ": documents changed meanwhile " + MOST_ROUNDS + " times");
            }
            onConflict.run();
            folded = ViewFold.fold(view, documents.load(keys), keys, events);
        }
        return folded;
    }
}
