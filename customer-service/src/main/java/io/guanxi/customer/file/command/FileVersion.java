package io.guanxi.customer.file.command;

/**
 * What a command did to a file.
 *
 * @param before how many events the file had
 * @param after how many it has now; the same if the command made nothing happen
 */
public record FileVersion(long before, long after) {

    /** Whether the command opened the file. */
    public boolean isNew() {
        return before == 0 && after > 0;
    }
}
