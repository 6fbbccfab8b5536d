package io.guanxi.eventlog.archive;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first line of an archive.
 *
 * @param service whose log it is, such as {@code loyalty}
 * @param from the position of the first event; archives begin at 0
 * @param to the position after the last event
 */
public record ArchiveHeader(String service, long from, long to) {

    /** Raised when a reader of today could no longer read what is written. */
    static final int FORMAT = 1;

    private static final String FORMAT_FIELD = "guanxi-log";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] line() {
        ObjectNode header = JSON.createObjectNode();
        header.put(FORMAT_FIELD, FORMAT);
        header.put("service", service);
        header.put("from", from);
        header.put("to", to);
        return header.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws ArchiveRefused if it is not the first line of an archive of this format */
    static ArchiveHeader read(byte[] line) {
        JsonNode read = json(line);
        int format = read.path(FORMAT_FIELD).asInt(-1);
        if (format > FORMAT) {
            throw new ArchiveRefused("line 1: the archive has format " + format
                    + ", which a newer program wrote (expected: " + FORMAT + ")");
        }
        boolean complete = format == FORMAT
                && read.path("service").isString()
                && read.path("from").isIntegralNumber()
                && read.path("to").isIntegralNumber();
        if (!complete) {
            throw noArchive();
        }
        return new ArchiveHeader(
                read.get("service").stringValue(),
                read.get("from").longValue(),
                read.get("to").longValue());
    }

    private static JsonNode json(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw noArchive();
        }
    }

    private static ArchiveRefused noArchive() {
        return new ArchiveRefused("line 1: this is no archive of a log, or its first line is damaged");
    }
}
