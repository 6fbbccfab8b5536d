package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.segment.domain.SegmentDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets a customer into segments and out of them, review by review. Who bought nothing is in none. */
final class Stays {

    private final List<Membership> all;
    private final Map<String, Integer> lasting = new HashMap<>();

    Stays(Standing before) {
        all = new ArrayList<>(before.memberships());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).lasts()) {
                lasting.put(all.get(i).segment(), i);
            }
        }
    }

    List<Membership> all() {
        return all;
    }

    void review(Reading reading) {
        List<SegmentDefinition> segments = reading.inForce().segments();
        if (!lasting.isEmpty()) {
            leaveRetired(segments, reading);
        }
        for (SegmentDefinition segment : segments) {
            boolean belongs = reading.bought() != null && segment.matches(reading);
            Integer stay = lasting.get(segment.name());
            if (belongs && stay == null) {
                lasting.put(segment.name(), all.size());
                all.add(new Membership(segment.name(), segment.version(), reading.day(), null, 0));
            } else if (!belongs && stay != null) {
                leave(segment.name(), stay, reading, segment.version());
            }
        }
    }

    private void leaveRetired(List<SegmentDefinition> segments, Reading reading) {
        Set<String> used = segments.stream().map(SegmentDefinition::name).collect(Collectors.toSet());
        Map.copyOf(lasting).forEach((name, stay) -> {
            if (!used.contains(name)) {
                leave(name, stay, reading, 0);
            }
        });
    }

    private void leave(String segment, int stay, Reading reading, int by) {
        lasting.remove(segment);
        all.set(stay, all.get(stay).left(reading.day(), by));
    }
}
