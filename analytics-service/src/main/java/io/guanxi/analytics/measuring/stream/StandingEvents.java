package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.Lapse;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.StandingChange;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.kernel.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the events of a customer's standing. An id follows from the customer and the content, and from how often the same
 * was told of the same day; so after a rebuild an event that was published before has the id that it had.
 */
final class StandingEvents {

    private static final String RETIRED = "segment-retired";

    private final String source;
    private final SchemaCatalogue schemas;
    private final JsonMapper bodies = EventingJson.mapper();

    StandingEvents(String source, SchemaCatalogue schemas) {
        this.source = source;
        this.schemas = schemas;
    }

    private record GradeChanged(
            String customerId,
            @Nullable String from,
            String to,
            LocalDate day,
            BigDecimal value,
            BigDecimal potential,
            int ruleVersion,
            @Nullable Integer modelVersion,
            List<String> reasons) {}

    private record LapseBegan(
            String customerId,
            LocalDate day,
            String cause,
            @Nullable Double pAlive,
            @Nullable Double limit,
            long silentDays,
            LocalDate lastOrderDay,
            @Nullable Integer ruleVersion,
            @Nullable Integer modelVersion) {}

    private record LapseEnded(String customerId, LocalDate day, LocalDate began, String cause) {}

    private record SegmentEntered(String customerId, String segment, int version, LocalDate day) {}

    private record SegmentLeft(
            String customerId,
            String segment,
            int version,
            LocalDate day,
            LocalDate entered,
            @Nullable List<String> reasons) {}

    /**
     * An event, and what has been told with it.
     *
     * @param told from now on
     */
    record Telling(String customer, byte[] body, EventHeaders headers, Told told) {

        Record<byte[], Outcome> record(long timestamp) {
            return new Record<>(
                    customer.getBytes(StandardCharsets.UTF_8),
                    new Outcome.Standing(body),
                    timestamp,
                    headers.headers());
        }
    }

    Telling event(String customer, StandingChange change, Told told, CustomerFacts facts, @Nullable Origin cause) {
        CustomerKey key = CustomerKey.parse(customer);
        String type = type(change);
        byte[] body = bodies.writeValueAsBytes(body(key.customerId(), change));
        UUID content = UUID.nameUUIDFromBytes(
                (type + customer + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        long times = told.times(change.day(), content.hashCode());
        EventHeaders headers = new EventHeaders(
                        "standing:" + content + (times == 0 ? "" : "-" + times),
                        type,
                        source,
                        happened(change.day(), facts))
                .with(Envelope.SUBJECT, customer)
                .with(Envelope.TENANT, key.tenant())
                .with(Envelope.CORRELATION_ID, cause == null ? null : cause.correlationId())
                .with(Envelope.CAUSATION_ID, cause == null ? null : cause.causationId())
                .with(Envelope.DATA_SCHEMA, schemas.schemaUri(type));
        return new Telling(customer, body, headers, told.of(change.day(), content.hashCode()));
    }

    /** Within the day: at the customer's latest event, else at its end if later events are known, and at its beginning if not. */
    private static Instant happened(LocalDate day, CustomerFacts facts) {
        Instant begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (facts.equals(CustomerFacts.NOTHING)
                || Measures.day(facts.updatedAt()).isBefore(day)) {
            return begins;
        }
        Instant ends = begins.plus(1, ChronoUnit.DAYS).minusMillis(1);
        return facts.updatedAt().isAfter(ends) ? ends : facts.updatedAt();
    }

    private static String type(StandingChange change) {
        return switch (change) {
            case StandingChange.GradeChanged c -> EventTypes.CRM_ANALYTICS_GRADE_CHANGED;
            case StandingChange.LapseBegan c -> EventTypes.CRM_ANALYTICS_LAPSE_BEGAN;
            case StandingChange.LapseEnded c -> EventTypes.CRM_ANALYTICS_LAPSE_ENDED;
            case StandingChange.SegmentEntered c -> EventTypes.CRM_ANALYTICS_SEGMENT_ENTERED;
            case StandingChange.SegmentLeft c -> EventTypes.CRM_ANALYTICS_SEGMENT_LEFT;
        };
    }

    private static Object body(String customerId, StandingChange change) {
        return switch (change) {
            case StandingChange.GradeChanged c -> graded(customerId, c.change());
            case StandingChange.LapseBegan c -> began(customerId, c.lapse());
            case StandingChange.LapseEnded c ->
                new LapseEnded(
                        customerId,
                        c.day(),
                        c.lapse().began(),
                        c.lapse().endCause() == null
                                ? Lapse.JUDGED_ANEW
                                : c.lapse().endCause());
            case StandingChange.SegmentEntered c ->
                new SegmentEntered(
                        customerId, c.membership().segment(), c.membership().version(), c.day());
            case StandingChange.SegmentLeft c -> left(customerId, c.day(), c.membership());
        };
    }

    private static GradeChanged graded(String customerId, GradeChange change) {
        return new GradeChanged(
                customerId,
                change.from() == null ? null : change.from().code(),
                change.to().code(),
                change.day(),
                ValueBody.sum(change.value()),
                ValueBody.sum(change.potential()),
                change.ruleVersion(),
                ValueBody.version(change.modelVersion()),
                change.reasons());
    }

    private static LapseBegan began(String customerId, Lapse lapse) {
        boolean byProbability = lapse.cause().equals(Lapse.BELOW_LIMIT);
        return new LapseBegan(
                customerId,
                lapse.began(),
                lapse.cause(),
                lapse.pAlive() == null ? null : lapse.pAlive().doubleValue(),
                byProbability ? lapse.limit().doubleValue() : null,
                ChronoUnit.DAYS.between(lapse.lastOrder(), lapse.began()),
                lapse.lastOrder(),
                ValueBody.version(lapse.ruleVersion()),
                ValueBody.version(lapse.modelVersion()));
    }

    private static SegmentLeft left(String customerId, LocalDate day, Membership stay) {
        boolean retired = stay.leftVersion() == 0;
        return new SegmentLeft(
                customerId,
                stay.segment(),
                retired ? stay.version() : stay.leftVersion(),
                day,
                stay.entered(),
                retired ? List.of(RETIRED) : null);
    }
}
