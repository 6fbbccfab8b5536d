package io.guanxi.customer.file.web;

import io.guanxi.customer.file.contact.ContactForm;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.contact.UnusableProfile;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch (RFC 7396) of contact data.
 *
 * @param removed the fields that were null
 */
record ProfilePatch(Profile values, Set<ContactField> removed) {

    /** @throws RequestRefused that points to every field that is unknown or not as it must be */
    static ProfilePatch of(Map<String, @Nullable Object> body) {
        var given = new EnumMap<ContactField, String>(ContactField.class);
        var removed = EnumSet.noneOf(ContactField.class);
        var problems = new ArrayList<FieldProblem>();
        body.forEach((name, value) -> {
            var field = field(name);
            if (field.isEmpty()) {
                problems.add(FieldProblem.inBody("/" + pointer(name), "is not a field of a profile"));
            } else if (value == null) {
                removed.add(field.get());
            } else if (value instanceof String text) {
                given.put(field.get(), text);
            } else {
                problems.add(FieldProblem.inBody("/" + name, "must be a text or null"));
            }
        });
        return new ProfilePatch(usable(given, problems), removed);
    }

    private static Profile usable(Map<ContactField, String> given, List<FieldProblem> problems) {
        var profile = Profile.empty();
        try {
            profile = ContactForm.profile(given);
        } catch (UnusableProfile unusable) {
            problems.addAll(RegistrationRequest.problems("/", unusable));
        }
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
        return profile;
    }

    private static Optional<ContactField> field(String name) {
        return Arrays.stream(ContactField.values())
                .filter(field -> field.publicName().equals(name))
                .findFirst();
    }

    /** Only a short, plain name is repeated to its sender. */
    private static String pointer(String name) {
        return name.matches("[A-Za-z0-9_-]{1,40}") ? name : "";
    }
}
