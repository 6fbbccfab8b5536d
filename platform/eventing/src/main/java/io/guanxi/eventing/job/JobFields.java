package io.guanxi.eventing.job;

import java.util.regex.Pattern;

/** What a job's document is made of. Times are text of fixed width, what the job defines itself is JSON in text. */
final class JobFields {

    static final String COLLECTION = "jobs";

    /** {@code tenant/id}. */
    static final String KEY = "_id";

    static final String TENANT = "tenant";
    static final String ID = "id";
    static final String JOB = "job";
    static final String STATE = "state";
    static final String PARAMETERS = "parameters";
    static final String PROGRESS = "progress";
    static final String RESULT = "result";
    static final String COUNTED = "done";
    static final String TOTAL = "total";
    static final String FAILURE_CODE = "failureCode";
    static final String FAILURE_MESSAGE = "failureMessage";
    static final String ASKED_BY = "askedBy";
    static final String ASKED_AT = "askedAt";
    static final String STARTED_AT = "startedAt";
    static final String UPDATED_AT = "updatedAt";
    static final String ENDED_AT = "endedAt";
    static final String CANCELLED_BY = "cancelledBy";

    /** Null while nobody is at it. */
    static final String OWNER = "owner";

    /** Grows with each owner; every write of an owner names it. */
    static final String TERM = "term";

    /** Grows now and then while the owner lives. */
    static final String BEAT = "beat";

    /** In a row, since the last step that was noted. */
    static final String FAILURES = "failures";

    /** Those of them that no machine is to blame for, and owners that fell silent. */
    static final String FAULTS = "faults";

    static final String PROBLEM = "problem";

    private static final Pattern TENANTS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern IDS = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private JobFields() {}

    static String key(String tenant, String id) {
        require("tenant of a job", tenant, TENANTS);
        require("id of a job", id, IDS);
        return tenant + "/" + id;
    }

    static void requireName(String name) {
        require("name of a job", name, NAMES);
    }

    private static void require(String what, String value, Pattern expected) {
        if (!expected.matcher(value).matches()) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
