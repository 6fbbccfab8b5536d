package io.guanxi.eventing.view;

import io.guanxi.eventing.follow.FollowerStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and does with views. A view holds all tenants; nothing of its documents is shown here. */
@RestController
@RequestMapping("/api/operations/${guanxi.service}/views")
class ViewOperations {

    private final Views views;
    private final ServiceViews service;
    private final List<ViewProgress> progress;

    ViewOperations(ServiceViews service, List<ViewProgress> progress) {
        this.views = service;
        this.service = service;
        this.progress = progress;
    }

    @GetMapping
    List<ViewState> list() {
        return progress.stream().map(this::state).toList();
    }

    /** The rebuild begins within a second, wherever the view is kept; the list shows how far it is. */
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ViewState rebuild(@PathVariable String name) {
        views.rebuild(name);
        return progress.stream()
                .filter(view -> view.name().equals(name))
                .map(this::state)
                .findFirst()
                .orElseThrow();
    }

    private ViewState state(ViewProgress view) {
        FollowerStatus status = view.follower().status();
        double lag = view.follower().lag();
        return new ViewState(
                view.name(),
                status.owner(),
                status.owner() ? status.position() : null,
                Double.isNaN(lag) ? null : (long) lag,
                status.failures(),
                status.problem(),
                service.rebuilding(view.name())
                        .map(plan -> new RebuildState(
                                plan.phase().name().toLowerCase(java.util.Locale.ROOT), plan.position()))
                        .orElse(null));
    }

    /** {@code position} and {@code lag} are known where the view is kept. */
    record ViewState(
            String name,
            boolean keptHere,
            @Nullable Long position,
            @Nullable Long lag,
            int failures,
            @Nullable String problem,
            @Nullable RebuildState rebuild) {}

    record RebuildState(String phase, long position) {}
}
