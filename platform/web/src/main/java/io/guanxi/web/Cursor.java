package io.guanxi.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on, as an opaque text for the caller. It carries a checksum, so that a cut, changed or foreign cursor
 * is refused and not misread. It grants nothing: the query that continues names the tenant itself.
 *
 * @param list which list in which order; a cursor of one list is refused by another
 * @param position the sort values of the last item handed out
 */
public record Cursor(String list, List<String> position) {

    private static final int CHECKSUM_BYTES = 8;

    public Cursor {
        position = List.copyOf(position);
    }

    public String encode() {
        byte[] content = content();
        byte[] sealed = Arrays.copyOf(content, content.length + CHECKSUM_BYTES);
        System.arraycopy(checksum(content), 0, sealed, content.length, CHECKSUM_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws RequestRefused with status 400 if the text is no cursor of this list
     */
    public static Cursor decode(String list, String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            byte[] content = Arrays.copyOf(sealed, Math.max(0, sealed.length - CHECKSUM_BYTES));
            byte[] checksum = Arrays.copyOfRange(sealed, content.length, sealed.length);
            if (!MessageDigest.isEqual(checksum, checksum(content))) {
                throw unusable();
            }
            Cursor cursor = read(content);
            if (!cursor.list.equals(list) || !cursor.encode().equals(text)) {
                throw unusable();
            }
            return cursor;
        } catch (IllegalArgumentException | IOException e) {
            throw unusable();
        }
    }

    private byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, list);
            for (String value : position) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every write", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Cursor read(byte[] content) throws IOException {
        List<String> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            while (in.available() > 0) {
                int length = in.readInt();
                if (length < 0 || length > in.available()) {
                    throw unusable();
                }
                values.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        }
        if (values.isEmpty()) {
            throw unusable();
        }
        return new Cursor(values.getFirst(), values.subList(1, values.size()));
    }

    private static byte[] checksum(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static RequestRefused unusable() {
        return RequestRefused.parameter("cursor", "is not a cursor of this list; start again without it");
    }
}
