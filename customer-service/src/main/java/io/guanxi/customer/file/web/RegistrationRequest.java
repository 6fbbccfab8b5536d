package io.guanxi.customer.file.web;

import io.guanxi.customer.file.contact.ContactForm;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.contact.ProfileFields;
import io.guanxi.customer.file.contact.UnusableProfile;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shop registers a customer. */
record RegistrationRequest(
        @Nullable String shop,
        @Nullable String externalId,
        @Nullable ProfileFields profile) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST_SHOP = 100;
    private static final int LONGEST_EXTERNAL_ID = 200;

    /** A registration whose fields are all as they must be. */
    record Registration(String shop, String externalId, Profile profile) {}

    /** @throws RequestRefused that points to every field that is not as it must be */
    Registration checked() {
        var problems = new ArrayList<FieldProblem>();
        var checkedShop = text("/shop", shop, LONGEST_SHOP, problems);
        var checkedId = text("/externalId", externalId, LONGEST_EXTERNAL_ID, problems);
        var checkedProfile = profile(problems);
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
        return new Registration(checkedShop, checkedId, checkedProfile);
    }

    private Profile profile(List<FieldProblem> problems) {
        try {
            return profile == null ? Profile.empty() : ContactForm.profile(profile.given());
        } catch (UnusableProfile unusable) {
            problems.addAll(problems("/profile/", unusable));
            return Profile.empty();
        }
    }

    static List<FieldProblem> problems(String parent, UnusableProfile unusable) {
        return unusable.expected().entrySet().stream()
                .map(entry -> FieldProblem.inBody(parent + entry.getKey().publicName(), entry.getValue()))
                .toList();
    }

    private static String text(String pointer, @Nullable String given, int longest, List<FieldProblem> problems) {
        if (given == null
                || given.isBlank()
                || given.length() > longest
                || UNPRINTABLE.matcher(given).find()) {
            problems.add(FieldProblem.inBody(pointer, "must be 1 to " + longest + " printable characters"));
            return "";
        }
        return given;
    }
}
