package io.guanxi.contracts;

/**
 * The names of a record's headers: CloudEvents 1.0 in Kafka's binary content mode. All values are UTF-8 text; the record's
 * value is the JSON body.
 */
public final class Envelope {

    /** Always {@link #SPEC_VERSION_VALUE}. */
    public static final String SPEC_VERSION = "ce_specversion";

    public static final String SPEC_VERSION_VALUE = "1.0";

    /** Always {@link #CONTENT_TYPE_VALUE}. */
    public static final String CONTENT_TYPE = "content-type";

    public static final String CONTENT_TYPE_VALUE = "application/json";

    /** Stable: a redelivered, re-published or replayed event keeps it, so it is what a consumer recognises a double by. */
    public static final String ID = "ce_id";

    /** Who published it, a URI reference such as {@code urn:guanxi:service:loyalty} or {@code urn:guanxi:shop:web}. */
    public static final String SOURCE = "ce_source";

    /** One of {@link EventTypes}. */
    public static final String TYPE = "ce_type";

    /** The record's key. */
    public static final String SUBJECT = "ce_subject";

    /** When it happened, RFC 3339 in UTC. Business rules use this time. */
    public static final String TIME = "ce_time";

    /** {@link SchemaCatalogue#schemaUri} of the type. */
    public static final String DATA_SCHEMA = "ce_dataschema";

    public static final String TENANT = "ce_tenant";

    /** When Guanxi stored the event (a state has none), RFC 3339 in UTC: what was known on a day is asked with this time. */
    public static final String RECORDED_AT = "ce_recordedat";

    /** The same for everything that one request or one shop event led to; 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
    public static final String CORRELATION_ID = "ce_correlationid";

    /** The {@link #ID} of the event that led to this one; absent if a person or a timer did. */
    public static final String CAUSATION_ID = "ce_causationid";

    /**
     * A decimal number from 0 that only grows, maybe with gaps: of an event its number within its aggregate, of a state which
     * of two with the same key is newer. Absent on what shops send.
     */
    public static final String SEQUENCE = "ce_sequence";

    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    /** Why a record is a dead letter: a stable code in lower-case words with hyphens, such as {@code unknown-type}. */
    public static final String DLQ_REASON = "dlq-reason";

    /** The same for a person: never a value of the body. */
    public static final String DLQ_DETAIL = "dlq-detail";

    /** The topic, partition and offset that the record was read from. */
    public static final String DLQ_TOPIC = "dlq-topic";

    public static final String DLQ_PARTITION = "dlq-partition";
    public static final String DLQ_OFFSET = "dlq-offset";

    /** How many times it was tried, a decimal number from 1. */
    public static final String DLQ_ATTEMPTS = "dlq-attempts";

    /** The consumer group that gave up on it. */
    public static final String DLQ_GROUP = "dlq-group";

    /** When it gave up, RFC 3339 in UTC. */
    public static final String DLQ_FAILED_AT = "dlq-failed-at";

    private Envelope() {}
}
