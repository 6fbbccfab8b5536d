package io.guanxi.eventing.view;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.RenameCollectionOptions;
import io.guanxi.eventing.follow.EventSource;
import io.guanxi.eventing.follow.EventSource.Feed;
import io.guanxi.eventing.view.RebuildPlan.Phase;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes a view anew beside the living one, step by step between its batches and by the same thread. So the moment when
 * both have seen the same events needs no lock: then the new documents take the place of the old ones in one command.
 *
 * <p>An owner that is paused right before that command may wake when another has gone on, and must not put its documents over
 * newer ones. So each owner computes into a collection of its own. The next one drops it before it applies any event; from
 * then on the late command finds nothing to rename.
 */
final class Rebuild<D> {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 1000;
    private static final int PUBLISHED_AT_ONCE = 500;
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int NAMESPACE_EXISTS = 48;
    private static final long NONE = -1;

    private final View<D> view;
    private final MongoDatabase database;
    private final DocumentFormat format;
    private final ViewDocuments<D> documents;
    private final @Nullable StatePublication<D> publication;
    private final RebuildPlans plans;
    private final EventSource source;

    /** This instance in the life of this process: what another life has begun is another owner's. */
    private final String owner = UUID.randomUUID().toString();

    private @Nullable Feed feed;
    private long feedRequest;
    private long feedPosition;
    private long lookedAt;
    private boolean mustLook = true;

    /** The request whose swap was tried. Should that have failed, it can still happen late. */
    private long swapTried = NONE;

    Rebuild(
            View<D> view,
            MongoDatabase database,
            DocumentFormat format,
            ViewDocuments<D> documents,
            @Nullable StatePublication<D> publication,
            RebuildPlans plans,
            EventSource source) {
        this.view = view;
        this.database = database;
        this.format = format;
        this.documents = documents;
        this.publication = publication;
        this.plans = plans;
        this.source = source;
    }

    static String collection(String view) {
        return "view_" + view;
    }

    private String targets() {
        return collection(view.name()) + "_rebuild_";
    }

    private String target(RebuildPlan plan) {
        return targets() + plan.request();
    }

    /**
     * @param livePosition the last event that is folded into the living documents
     * @param stillOurs asks whether this instance still keeps the view
     * @return true if there is more to do
     */
    boolean step(long livePosition, BooleanSupplier stillOurs) {
        if (!mustLook && feed == null && System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        Optional<RebuildPlan> found = ownPlan(stillOurs);
        mustLook = false;
        if (found.isEmpty()) {
            lookedAt = System.nanoTime();
            closeFeed();
            return false;
        }
        RebuildPlan plan = found.get();
        switch (plan.phase()) {
            case FOLDING -> fold(plan, livePosition);
            case SWAPPING -> swap(plan, livePosition, stillOurs);
            case PUBLISHING -> publish(plan);
            case DONE -> {}
        }
        return true;
    }

    /**
     * The plan as this owner's; one that another began, or whose swap may happen late, is begun anew. Returns when the former
     * collections are gone.
     */
    private Optional<RebuildPlan> ownPlan(BooleanSupplier stillOurs) {
        Optional<RebuildPlan> found = plans.find(view.name());
        while (found.isPresent() && !isMine(found.get())) {
            if (!stillOurs.getAsBoolean()) {
                return Optional.empty();
            }
            RebuildPlan taken = found.get().takenBy(owner);
            plans.take(found.get(), taken);
            dropBefore(taken);
            found = plans.find(view.name());
        }
        return found;
    }

    private boolean isMine(RebuildPlan plan) {
        boolean isFailedSwap = plan.phase() == Phase.SWAPPING && plan.request() == swapTried;
        return owner.equals(plan.owner()) && !isFailedSwap;
    }

    private void fold(RebuildPlan plan, long livePosition) {
        if (plan.position() >= livePosition) {
            closeFeed();
            prepare(plan);
            plans.save(plan.at(Phase.SWAPPING));
            return;
        }
        try {
            List<RecordedEvent> events = feed(plan).next((int) Math.min(BATCH, livePosition - plan.position()), WAIT);
            if (!events.isEmpty()) {
                new BatchFold<>(view, new ViewDocuments<>(view, database, target(plan), format), () -> {})
                        .apply(events);
                feedPosition = events.getLast().position();
                plans.save(plan.folded(feedPosition));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            closeFeed();
            throw e;
        }
    }

    private Feed feed(RebuildPlan plan) {
        Feed open = feed;
        if (open == null || feedRequest != plan.request() || feedPosition != plan.position()) {
            closeFeed();
            prepare(plan);
            open = source.openAfter(plan.position());
            feed = open;
            feedRequest = plan.request();
            feedPosition = plan.position();
            LOG.info("Rebuild of view {} goes on after position {}", view.name(), plan.position());
        }
        return open;
    }

    /** Only what is older: to an owner that was paused the present one's collection must be out of reach. */
    private void dropBefore(RebuildPlan plan) {
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(targets())
                    && Long.parseLong(name.substring(targets().length())) < plan.request()) {
                database.getCollection(name).drop();
            }
        }
    }

    /** Makes sure that the new collection is there, and that nothing is left of those that were given up. */
    private void prepare(RebuildPlan plan) {
        String wanted = target(plan);
        dropBefore(plan);
        try {
            database.createCollection(wanted);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NAMESPACE_EXISTS) {
                throw e;
            }
        }
        new ViewDocuments<>(view, database, wanted, format).createIndexes();
    }

    private void swap(RebuildPlan plan, long livePosition, BooleanSupplier stillOurs) {
        if (plan.position() != livePosition) {
            plans.save(plan.at(Phase.FOLDING));
            return;
        }
        if (!stillOurs.getAsBoolean()) {
            return;
        }
        swapTried = plan.request();
        database.getCollection(target(plan))
                .renameCollection(
                        new MongoNamespace(database.getName(), collection(view.name())),
                        new RenameCollectionOptions().dropTarget(true));
        documents.createIndexes();
        LOG.info(
                "Rebuild of view {} took the place of the former documents at position {}",
                view.name(),
                plan.position());
        plans.save(plan.at(Phase.PUBLISHING));
    }

    private void publish(RebuildPlan plan) {
        List<String> keys = publication == null ? List.of() : documents.keysAfter(plan.key(), PUBLISHED_AT_ONCE);
        if (publication == null || keys.isEmpty()) {
            plans.done(plan);
            return;
        }
        publication.publishStored(keys, documents);
        plans.save(plan.published(keys.getLast()));
    }

    void released() {
        closeFeed();
        mustLook = true;
    }

    private void closeFeed() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
