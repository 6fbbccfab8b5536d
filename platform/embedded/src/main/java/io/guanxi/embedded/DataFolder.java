package io.guanxi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A claim on a folder, held until closed or until the process ends in whatever way: the operating system gives the lock
 * back after a {@code kill -9}, so a claim can never be left behind.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Claims a whole folder, which is created where it is missing.
     *
     * @throws DataFolderInUse if somebody else holds the claim
     */
    public static DataFolder claim(Path folder) {
        return claim(folder, "platform");
    }

    /** Claims one named part of a folder, so that a store and a broker can share the folder. */
    static DataFolder claim(Path folder, String part) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(part + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (lock(channel) != null) {
                    return new DataFolder(folder, channel);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
            throw new DataFolderInUse(folder, part, null);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + folder.toAbsolutePath(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give back the data folder " + path.toAbsolutePath(), e);
        }
    }
}
