package io.guanxi.analytics.runs.job;

/**
 * Something large that a run has found.
 *
 * @param name unique in the run
 * @param parts in how many parts it is kept
 * @param bytes of all parts
 * @param sha256 of all bytes, hexadecimal
 */
public record RunFile(String name, int parts, long bytes, String sha256) {

    /** What a run found, as JSON. */
    public static final String RESULT = "result.json";

    /** What a run wrote for others to read. */
    public static final String EXPORT = "customers.parquet";
}
