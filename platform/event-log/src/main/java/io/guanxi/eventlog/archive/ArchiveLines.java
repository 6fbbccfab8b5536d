package io.guanxi.eventlog.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of an archive, and where one is among them. */
final class ArchiveLines implements AutoCloseable {

    /** More than the largest document of a store makes. */
    private static final int LONGEST = 1 << 27;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private long line;

    private ArchiveLines(InputStream in) {
        this.in = in;
    }

    static ArchiveLines open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return new ArchiveLines(new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER));
        } catch (ZipException | EOFException e) {
            raw.close();
            throw new ArchiveRefused("line 1: this is no archive of a log, or its beginning is damaged", e);
        }
    }

    /** @param end the position that was reached, for what is said if there is no such line */
    byte[] next(long end) throws IOException {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        for (int next = read(end); next != '\n'; next = read(end)) {
            if (next == -1) {
                throw cutOff(end);
            }
            if (bytes.size() == LONGEST) {
                throw refused("the line is longer than any commit");
            }
            bytes.write(next);
        }
        return bytes.toByteArray();
    }

    /** The checksum of the compressed form is looked at only when the end was read. */
    void expectEnd() throws IOException {
        if (read(0) != -1) {
            throw refused("something follows the end of the archive");
        }
    }

    private int read(long end) throws IOException {
        try {
            return in.read();
        } catch (ZipException e) {
            throw new ArchiveRefused(
                    place() + "the archive is damaged here or shortly after position " + end + " (" + e.getMessage()
                            + ")",
                    e);
        } catch (EOFException e) {
            throw cutOff(end);
        }
    }

    private ArchiveRefused cutOff(long end) {
        return refused("the archive is cut off; what is there ends before position " + end);
    }

    ArchiveRefused refused(String how) {
        return new ArchiveRefused(place() + how);
    }

    String place() {
        return "line " + line + ": ";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
