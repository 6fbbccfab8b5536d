package io.guanxi.eventlog.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over lines, each with a line feed at its end. Over the lines of all commits of a log it is the digest of the
 * chain: two logs with the same digest are the same, so an audit can be compared with an archive.
 */
public final class RunningHash {

    private final MessageDigest hash;

    public RunningHash() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public void add(byte[] line) {
        hash.update(line);
        hash.update((byte) '\n');
    }

    /** Of everything so far, in hexadecimal; more may be added afterwards. */
    public String soFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) hash.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }
}
