package io.guanxi.eventing.view;

import io.guanxi.eventing.follow.Followers;
import io.guanxi.eventing.follow.LogFollower;
import java.util.List;

/** A view and what follows the log for it. */
record ViewProgress(String name, LogFollower follower) {

    static List<ViewProgress> of(List<String> names, Followers followers) {
        return names.stream()
                .flatMap(name -> followers.all().stream()
                        .filter(follower -> follower.name().equals("view-" + name))
                        .map(follower -> new ViewProgress(name, follower)))
                .toList();
    }
}
