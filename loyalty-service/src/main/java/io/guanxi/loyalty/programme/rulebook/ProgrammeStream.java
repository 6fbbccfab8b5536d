package io.guanxi.loyalty.programme.rulebook;

/** Where a tenant's programme is in the log. */
public final class ProgrammeStream {

    /** No customer's id: those are UUIDs. */
    private static final String NAME = "/loyalty-programme";

    private ProgrammeStream() {}

    public static String of(String tenant) {
        return tenant + NAME;
    }

    /** Whether a stream of the log is a programme, and not a customer's account. */
    public static boolean isOne(String stream) {
        return stream.endsWith(NAME);
    }
}
