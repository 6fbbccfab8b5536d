package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What callers send. The records are its description; it is read by {@link Form}, which finds all mistakes at once. */
final class ProgrammeForms {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_REASON = 500;

    private ProgrammeForms() {}

    /**
     * A draft. A new one begins either with the rules of a version or with rules of its own; an edit gives the rules.
     *
     * @param title what people call it
     */
    record DraftForm(
            String title,
            @Nullable Integer version,
            @Nullable RulesDocument rules) {}

    /** @param from the first moment; as soon as every instance can know it if absent */
    record PublicationForm(@Nullable Instant from) {}

    /** @param reason for colleagues; no personal data */
    record ReasonForm(String reason) {}

    /**
     * @param version the wrong one
     * @param draft the id of the draft with the right rules
     * @param reason for colleagues; no personal data
     * @param rehearsal the id of the rehearsal that shows the effect
     */
    record CorrectionForm(int version, String draft, String reason, String rehearsal) {}

    /** What a new draft begins with: exactly one of both. */
    record Beginning(
            String title,
            @Nullable Integer version,
            @Nullable ProgrammeRules rules) {}

    static Beginning beginning(JsonNode body) {
        return Form.read(body, form -> {
            String title = form.text("title", LONGEST_TITLE);
            Integer version = form.smallIfThere("version");
            ProgrammeRules rules = form.part("rules", RulesForm::read);
            if (form.has("version") == form.has("rules")) {
                form.wrong("rules", "either this or /version must be given");
            }
            return form.made(() -> new Beginning(title, version, rules));
        });
    }

    static Beginning edit(JsonNode body) {
        return Form.read(body, form -> {
            String title = form.text("title", LONGEST_TITLE);
            ProgrammeRules rules = form.part("rules", RulesForm::read);
            if (!form.has("rules")) {
                form.wrong("rules", "is missing; it must be the rules as a whole");
            }
            return form.made(() -> new Beginning(title, null, rules));
        });
    }

    static PublicationForm publication(JsonNode body) {
        return Form.read(body, form -> {
            Instant from = form.parsed("from", Instant::parse, "a time such as 2026-12-01T00:00:00Z");
            return form.made(() -> new PublicationForm(from));
        });
    }

    static ReasonForm reason(JsonNode body) {
        return Form.read(body, form -> {
            String reason = form.text("reason", LONGEST_REASON);
            return form.made(() -> new ReasonForm(reason));
        });
    }

    static CorrectionForm correction(JsonNode body) {
        return Form.read(body, form -> {
            long version = form.whole("version");
            String draft = uuid(form, "draft");
            String reason = form.text("reason", LONGEST_REASON);
            String rehearsal = uuid(form, "rehearsal");
            if (version < 1 || version > Integer.MAX_VALUE) {
                form.wrong("version", "must be the number of a version");
            }
            return form.made(() -> new CorrectionForm((int) version, draft, reason, rehearsal));
        });
    }

    /**
     * A change of what the caller has seen, and of nothing else.
     *
     * @throws RequestRefused with status 428 if the caller does not say what that was
     */
    static IntConsumer seen(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "If-Match must name the ETag of what is to be changed, so that nobody's work is lost."));
        }
        return revision -> Versions.check(ifMatch, revision);
    }

    private static String uuid(Form form, String name) {
        String id = form.text(name, 36);
        if (!id.isEmpty() && !isUuid(id)) {
            form.wrong(name, "must be a UUID in lower case");
        }
        return id;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
