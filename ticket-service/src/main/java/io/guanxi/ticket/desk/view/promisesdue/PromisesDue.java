package io.guanxi.ticket.desk.view.promisesdue;

import com.mongodb.client.model.Filters;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds tickets of all tenants with a promise that is due. */
@Component
public class PromisesDue {

    private static final Sort EARLIEST_FIRST = Sort.ascending(PromisesDueView.DUE);

    private final ViewStore<PromiseDue> promises;

    PromisesDue(Views views, PromisesDueView view) {
        this.promises = views.store(view);
    }

    /** Those that were due before {@code now}, as far as this view has read. */
    public Page<PromiseDue> before(Instant now, @Nullable String cursor, int limit) {
        return promises.page(Filters.lt(PromisesDueView.DUE, StoredInstant.of(now)), EARLIEST_FIRST, cursor, limit);
    }
}
