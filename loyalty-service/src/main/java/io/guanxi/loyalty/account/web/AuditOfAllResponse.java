package io.guanxi.loyalty.account.web;

import io.guanxi.eventing.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An audit of all accounts.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param askedBy a person, or {@code schedule}
 * @param checked accounts that have been audited so far
 * @param disagreements accounts with a view that does not follow from their log; absent as long as it is not done
 * @param customers the first hundred of these
 * @param endedAt absent as long as it goes on
 */
record AuditOfAllResponse(
        String id,
        String state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        long checked,
        @Nullable Long disagreements,
        @Nullable List<String> customers) {

    static AuditOfAllResponse of(JobStatus job) {
        JsonNode result = job.result();
        return new AuditOfAllResponse(
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.askedBy(),
                job.askedAt(),
                job.endedAt(),
                job.done(),
                result == null ? null : result.path("disagreements").asLong(),
                result == null
                        ? null
                        : result.path("customers")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
    }
}
