package io.guanxi.eventing.view;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.follow.EventSource;
import io.guanxi.eventing.follow.Work;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventing.signals.EventingSignals;
import io.guanxi.web.RequestRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The views of a service and what keeps them. */
final class ServiceViews implements Views {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

    private final List<View<?>> views;
    private final MongoDatabase database;
    private final RebuildPlans plans;
    private final DocumentFormat format = new DocumentFormat();
    private final JsonMapper mapper = EventingJson.mapper();

    ServiceViews(List<View<?>> views, MongoDatabase database) {
        this.views = List.copyOf(views);
        this.database = database;
        this.plans = new RebuildPlans(database.getCollection("view_rebuilds"));
        views.stream().map(View::name).forEach(ServiceViews::requireName);
        requireDistinct(views.stream().map(View::name).toList());
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("name of a view: " + name + " (expected: " + NAME + ")");
        }
    }

    private static void requireDistinct(List<String> names) {
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalStateException("two views have one name: " + names);
        }
    }

    List<String> names() {
        return views.stream().map(View::name).toList();
    }

    @Override
    public <D> ViewStore<D> store(View<D> view) {
        return documents(view);
    }

    private <D> ViewDocuments<D> documents(View<D> view) {
        return new ViewDocuments<>(view, database, Rebuild.collection(view.name()), format);
    }

    @Override
    public void rebuild(String name) {
        if (!names().contains(name)) {
            throw RequestRefused.notFound("view-not-found", "There is no view of this name in this service.");
        }
        plans.request(name);
    }

    Optional<RebuildPlan> rebuilding(String name) {
        return plans.find(name);
    }

    /** What keeps each view up to date. */
    Stream<Work> keepers(EventSource source, Publisher publisher, String eventSource, MeterRegistry meters) {
        return views.stream().map(view -> keeper(view, source, publisher, eventSource, meters));
    }

    private <D> Work keeper(
            View<D> view, EventSource source, Publisher publisher, String eventSource, MeterRegistry meters) {
        ViewDocuments<D> documents = documents(view);
        StateTopic<D> topic = view.stateTopic();
        @Nullable
        StatePublication<D> publication =
                topic == null ? null : new StatePublication<>(topic, view.name(), eventSource, publisher, mapper);
        Counter conflicts = meters.counter(EventingSignals.VIEW_CONFLICTS.meter(), "view", view.name());
        Counter folded = meters.counter(EventingSignals.VIEW_EVENTS.meter(), "view", view.name());
        return new ViewKeeper<>(
                view,
                documents,
                new BatchFold<>(view, documents, conflicts::increment),
                publication,
                new Rebuild<>(view, database, format, documents, publication, plans, source),
                folded::increment);
    }
}
