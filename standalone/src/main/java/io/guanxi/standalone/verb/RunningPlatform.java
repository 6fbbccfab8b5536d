package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.platform.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small files by which other processes find a running platform: its process, its first port, and that it is ready. */
final class RunningPlatform {

    private RunningPlatform() {}

    static void announce(DataLayout data, PortPlan ports) {
        DataLayout.write(data.run("port"), String.valueOf(ports.gateway()));
        DataLayout.write(data.run("pid"), String.valueOf(ProcessHandle.current().pid()));
        DataLayout.write(data.run("ready"), "");
    }

    static void forget(DataLayout data) {
        remove(data.run("ready"));
        remove(data.run("pid"));
    }

    static boolean isAnnounced(DataLayout data) {
        Path pid = data.run("pid");
        return Files.exists(pid)
                && ProcessHandle.of(Long.parseLong(DataLayout.read(pid)))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
