package io.guanxi.eventing.job;

import org.bson.Document;

/**
 * The right to go on with a job, until somebody else takes it.
 *
 * @param term what an earlier owner writes under its own term is refused
 * @param stored the document as it was when this was known last
 * @param takenOver whether it was just taken from an owner that had fallen silent
 */
record JobClaim(String key, long term, Document stored, boolean takenOver) {

    static JobClaim of(Document stored, boolean takenOver) {
        return new JobClaim(stored.getString(JobFields.KEY), stored.getLong(JobFields.TERM), stored, takenOver);
    }

    String job() {
        return stored.getString(JobFields.JOB);
    }

    boolean isCancelled() {
        return stored.getString(JobFields.CANCELLED_BY) != null;
    }

    int failures() {
        return stored.getInteger(JobFields.FAILURES);
    }

    int faults() {
        return stored.getInteger(JobFields.FAULTS);
    }
}
