package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.OfSegment;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All versions of a tenant's models, rules and segments, the oldest first; none ever goes.
 *
 * @param segments by name
 * @param done the names of the latest commands that had an effect, the oldest first
 */
public record ModelBook(
        List<LifetimeModelFitted> lifetimes,
        List<RiskModelFitted> risks,
        List<ClustersFound> clusters,
        List<PyramidRulePublished> pyramids,
        Map<String, Segment> segments,
        List<String> done) {

    /** A retry comes within minutes; a tenant does not see this many commands in that time. */
    static final int REMEMBERED_COMMANDS = 256;

    private static final ModelBook EMPTY =
            new ModelBook(List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

    public ModelBook {
        lifetimes = List.copyOf(lifetimes);
        risks = List.copyOf(risks);
        clusters = List.copyOf(clusters);
        pyramids = List.copyOf(pyramids);
        segments = Named.sorted(segments);
        done = List.copyOf(done);
    }

    /** Of a tenant that has none. */
    public static ModelBook empty() {
        return EMPTY;
    }

    public static ModelBook evolve(ModelBook book, ModelEvent event) {
        List<String> done = latest(book.done, event.cause().command());
        return switch (event) {
            case LifetimeModelFitted e ->
                new ModelBook(more(book.lifetimes, e), book.risks, book.clusters, book.pyramids, book.segments, done);
            case RiskModelFitted e ->
                new ModelBook(book.lifetimes, more(book.risks, e), book.clusters, book.pyramids, book.segments, done);
            case ClustersFound e ->
                new ModelBook(book.lifetimes, book.risks, more(book.clusters, e), book.pyramids, book.segments, done);
            case PyramidRulePublished e ->
                new ModelBook(book.lifetimes, book.risks, book.clusters, more(book.pyramids, e), book.segments, done);
            case OfSegment e ->
                new ModelBook(book.lifetimes, book.risks, book.clusters, book.pyramids, book.segmentsAfter(e), done);
        };
    }

    private Map<String, Segment> segmentsAfter(OfSegment event) {
        Map<String, Segment> changed = new TreeMap<>(segments);
        changed.put(event.name(), presentOrNew(event.name()).after(event));
        return changed;
    }

    private static <E> List<E> more(List<E> known, E added) {
        return Stream.concat(known.stream(), Stream.of(added)).toList();
    }

    private static List<String> latest(List<String> done, String command) {
        List<String> all = more(done, command);
        return all.subList(Math.max(0, all.size() - REMEMBERED_COMMANDS), all.size());
    }

    /** The segment of this name, if there is anything of it. */
    public Optional<Segment> segment(String name) {
        return Optional.ofNullable(segments.get(name)).filter(Segment::isThere);
    }

    Segment presentOrNew(String name) {
        return segments.getOrDefault(name, Segment.unknown(name));
    }

    boolean hasDone(String command) {
        return done.contains(command);
    }

    /** The version of the pyramid's rule; 0 if there is none. */
    public int pyramidVersion() {
        return pyramids.size();
    }
}
