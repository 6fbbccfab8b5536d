package io.guanxi.eventlog.signals;

/** Every meter of the event log. */
public enum EventLogSignals {
    /** Timer: from the moment a commit is handed over until it is durably stored or has lost its race. */
    APPEND("guanxi.eventlog.append", "Time to store one commit"),
    /** Summary: how many commits shared one round trip; near one means that writers rarely wait for each other. */
    GROUP_SIZE("guanxi.eventlog.group.size", "Commits that share one round trip"),
    /** Counter: commits that lost the race for their place in a stream; their commands are decided again. */
    CONFLICTS("guanxi.eventlog.conflicts", "Commits that lost the race for their place in a stream"),
    /** Counter: groups that found another process at the end of the log and took a later place. */
    COLLISIONS("guanxi.eventlog.collisions", "Groups that took a later place because another process wrote first"),
    /** Counter: writes whose reply was lost and whose outcome had to be looked up. */
    LOST_REPLIES("guanxi.eventlog.lost.replies", "Writes whose outcome had to be looked up"),
    /** Counter: commands that were decided again after a conflict. */
    COMMAND_RETRIES("guanxi.eventlog.command.retries", "Commands decided again after a conflict"),
    /** Gauge: events in the log that this process has not read yet, though it has readers; not a number while it cannot ask. */
    TAIL_LAG("guanxi.eventlog.tail.lag", "Events in the log that this process has not read yet"),
    /** Gauge: events that this process has read and that its slowest reader has not been handed. */
    READER_LAG("guanxi.eventlog.reader.lag", "Events that the slowest reader of this process has not been handed");

    private final String meter;
    private final String description;

    EventLogSignals(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    public String meter() {
        return meter;
    }

    public String description() {
        return description;
    }
}
