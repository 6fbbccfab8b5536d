package io.guanxi.loyalty.programme.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What two documents say differently. Elements of a list that have a {@code code} or a {@code name} are compared with the one
 * of the same code or name, wherever it is in the other list.
 */
final class Difference {

    private static final List<String> IDENTITIES = List.of("code", "name");

    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    /**
     * One value that differs.
     *
     * @param pointer a JSON pointer into the new document; into the old one for what only that has
     * @param old absent if only the new document has it
     * @param now absent if only the old document has it
     */
    record Change(
            String pointer,
            @Schema(type = "object") @Nullable JsonNode old,

            @JsonProperty("new") @Schema(type = "object") @Nullable
            JsonNode now) {}

    /** No change is found if and only if the documents are equal. */
    static List<Change> between(JsonNode old, JsonNode now) {
        Difference difference = new Difference();
        difference.compare("", old, now);
        return List.copyOf(difference.changes);
    }

    private void compare(String pointer, @Nullable JsonNode old, @Nullable JsonNode now) {
        if (old == null && now == null) {
            return;
        }
        if (old == null || now == null) {
            changes.add(new Change(pointer, old, now));
        } else if (old.isObject() && now.isObject()) {
            members(pointer, old, now);
        } else if (old.isArray() && now.isArray() && haveIdentities(old) && haveIdentities(now)) {
            elements(pointer, old, now);
        } else if (!old.equals(now)) {
            changes.add(new Change(pointer, old, now));
        }
    }

    private void members(String pointer, JsonNode old, JsonNode now) {
        Set<String> names = new LinkedHashSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        for (String name : names) {
            compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    present(old.get(name)),
                    present(now.get(name)));
        }
    }

    private static @Nullable JsonNode present(@Nullable JsonNode member) {
        return member == null || member.isNull() ? null : member;
    }

    private void elements(String pointer, JsonNode old, JsonNode now) {
        Map<String, Integer> before = places(old);
        Map<String, Integer> after = places(now);
        before.forEach((identity, place) -> {
            Integer newPlace = after.get(identity);
            compare(
                    pointer + "/" + (newPlace == null ? place : newPlace),
                    old.get(place),
                    newPlace == null ? null : now.get(newPlace));
        });
        after.forEach((identity, place) -> {
            if (!before.containsKey(identity)) {
                compare(pointer + "/" + place, null, now.get(place));
            }
        });
        if (!common(before, after).equals(common(after, before))) {
            changes.add(new Change(pointer, old, now));
        }
    }

    private static List<String> common(Map<String, Integer> list, Map<String, Integer> other) {
        return list.keySet().stream().filter(other::containsKey).toList();
    }

    private static Map<String, Integer> places(JsonNode list) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            places.put(identity(list.get(i)), i);
        }
        return places;
    }

    private static boolean haveIdentities(JsonNode list) {
        Set<String> identities = list.valueStream().map(Difference::identity).collect(Collectors.toSet());
        return identities.size() == list.size() && !identities.contains("");
    }

    private static String identity(JsonNode element) {
        return IDENTITIES.stream()
                .map(name -> element.path(name).asString(""))
                .filter(identity -> !identity.isEmpty())
                .findFirst()
                .orElse("");
    }
}
