package io.guanxi.loyalty.rehearsal.web;

import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.loyalty.programme.domain.Draft;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.programme.web.WrittenRules;
import io.guanxi.loyalty.rehearsal.domain.Period;
import io.guanxi.loyalty.rehearsal.job.RehearsalRequest;
import io.guanxi.loyalty.rehearsal.job.RehearsalRequest.About;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the rules that somebody wants to rehearse. */
@Component
class RehearsalRequests {

    /** A job's parameters have a limit. */
    private static final int MOST_CHARACTERS = 50_000;

    private static final Duration LONGEST = Duration.ofDays(31L * Period.MOST_MONTHS);

    private final JsonMapper mapper = EventingJson.mapper();
    private final RuleBooks books;
    private final ProgrammeTerms terms;
    private final Clock clock;

    RehearsalRequests(RuleBooks books, ProgrammeTerms terms, Clock clock) {
        this.books = books;
        this.terms = terms;
        this.clock = clock;
    }

    /** @throws RequestRefused if the form says nothing that can be rehearsed */
    RehearsalRequest of(String tenant, RehearsalForm form) {
        checkPeriod(form, clock.instant());
        long sources = Stream.of(form.draftId(), form.version(), form.rules())
                .filter(source -> source != null)
                .count();
        if (sources > 1) {
            throw RequestRefused.field("", "must have one of draftId, version and rules, or none of them");
        }
        RehearsalRequest request = request(tenant, form);
        if (request.rules() != null
                && mapper.writeValueAsString(request.rules()).length() > MOST_CHARACTERS) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "rules-too-large",
                    "A rehearsal takes rules of at most " + MOST_CHARACTERS + " characters."));
        }
        return request;
    }

    private RehearsalRequest request(String tenant, RehearsalForm form) {
        if (form.draftId() != null) {
            return draft(tenant, form, form.draftId());
        }
        if (form.version() != null) {
            return version(tenant, form, form.version());
        }
        JsonNode rules = form.rules();
        ProgrammeRules written = rules == null ? null : WrittenRules.read(rules, "/rules");
        return new RehearsalRequest(form.from(), form.until(), About.NOTHING_ELSE, written);
    }

    static void checkPeriod(RehearsalForm form, Instant now) {
        if (form.from() == null) {
            throw RequestRefused.field("/from", "is missing");
        }
        if (form.until() == null) {
            throw RequestRefused.field("/until", "is missing");
        }
        if (form.from().isBefore(Instant.EPOCH)) {
            throw RequestRefused.field("/from", "must not be before 1970");
        }
        if (form.until().isAfter(now)) {
            throw RequestRefused.field("/until", "must not be in the future");
        }
        if (!form.until().isAfter(form.from())
                || form.until().isAfter(form.from().plus(LONGEST))) {
            throw RequestRefused.field(
                    "/until", "must be after /from and at most " + Period.MOST_MONTHS + " months later");
        }
    }

    private RehearsalRequest draft(String tenant, RehearsalForm form, String id) {
        Draft draft = books.programme(tenant)
                .draft(id)
                .orElseThrow(() -> RequestRefused.field("/draftId", "must be a draft of this programme"));
        return new RehearsalRequest(form.from(), form.until(), new About(id, draft.revision(), null), draft.rules());
    }

    private RehearsalRequest version(String tenant, RehearsalForm form, int number) {
        Programme programme = books.programme(tenant);
        ProgrammeRules rules = programme
                .version(number, terms)
                .map(version -> version.published().rules())
                .orElseThrow(() -> RequestRefused.field("/version", "must be a version of this programme"));
        return new RehearsalRequest(form.from(), form.until(), new About(null, null, number), rules);
    }
}
