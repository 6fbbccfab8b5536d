package io.guanxi.eventing.view;

import io.guanxi.eventlog.RecordedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds a batch of events into documents, in memory. */
final class ViewFold {

    private ViewFold() {}

    static Set<String> keys(View<?> view, List<RecordedEvent> events) {
        Set<String> keys = new LinkedHashSet<>();
        events.forEach(event -> keys.addAll(view.keys(event)));
        return keys;
    }

    /**
     * @param stored the documents as they are stored
     * @param wanted fold only documents of these keys
     * @return the documents of all wanted keys that the events touch
     */
    static <D> Map<String, Folded<D>> fold(
            View<D> view, Map<String, Folded<D>> stored, Collection<String> wanted, List<RecordedEvent> events) {
        Map<String, Folded<D>> folded = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            for (String key : view.keys(event)) {
                if (wanted.contains(key)) {
                    Folded<D> before = folded.getOrDefault(key, stored.getOrDefault(key, Folded.absent()));
                    folded.put(key, before.with(view, key, event));
                }
            }
        }
        return folded;
    }
}
