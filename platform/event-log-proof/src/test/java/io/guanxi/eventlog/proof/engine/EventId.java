package io.guanxi.eventlog.proof.engine;

/** The id of an event tells whose commit it belongs to, which of its events it is, and how many there are. */
public record EventId(String commit, int number, int of) {

    public static EventId parse(String text) {
        String[] parts = text.split("/");
        return new EventId(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return commit + "/" + number + "/" + of;
    }
}
