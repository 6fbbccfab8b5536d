package io.guanxi.benchmarks.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The machine's own PostgreSQL, with its own defaults, on a fresh cluster in a folder of its own. */
final class PostgresProcess implements AutoCloseable {

    private static final String OWNER = "postgres";
    private static final Duration TO_START = Duration.ofSeconds(30);

    /** Ends the server when its own input ends, so that none is left behind whatever happens to this process. */
    private static final String WATCH =
            "\"$0\" \"$@\" & server=$!; trap '' INT; cat > /dev/null; kill -INT $server; wait $server";

    private final TemporaryFolder folder;
    private final Process process;
    private final int port;

    private PostgresProcess(TemporaryFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** The folder of PostgreSQL's programs: the newest of Debian's, or one on the path; empty where there is none. */
    static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.comparing(Path::toString).reversed())
                        .forEach(places::add);
            }
        }
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(place));
        }
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("postgres")))
                .findFirst();
    }

    static PostgresProcess start(Path programs) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            return start(programs, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static PostgresProcess start(Path programs, TemporaryFolder folder) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    folder.path(),
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
        }
        Path data = folder.path().resolve("data");
        Process init = run(
                folder,
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                OWNER,
                "-A",
                "trust",
                "-E",
                "UTF8");
        init.getOutputStream().close();
        if (init.onExit().join().exitValue() != 0) {
            throw new IOException("PostgreSQL could not make its data folder: " + Files.readString(log(folder)));
        }
        int port = freePort();
        Process server = run(
                folder,
                "sh",
                "-c",
                WATCH,
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on");
        PostgresProcess process = new PostgresProcess(folder, server, port);
        process.awaitReady();
        return process;
    }

    /** The server refuses to be run by root. */
    private static Process run(TemporaryFolder folder, String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static Path log(TemporaryFolder folder) {
        return folder.path().resolve("log");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(url(OWNER)).close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    stop();
                    throw new IOException("PostgreSQL did not start: " + Files.readString(log(folder)), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    /** What it is, for the tables. */
    String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(OWNER))) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    HikariDataSource createDatabase(String name, int connections) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(OWNER));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url(name));
        pool.setMaximumPoolSize(connections);
        pool.setAutoCommit(false);
        return new HikariDataSource(pool);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + OWNER;
    }

    private void stop() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        folder.close();
    }
}
