package io.guanxi.analytics.export;

import io.guanxi.analytics.export.ExportColumn.CustomerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A table of customers in a file of its own. One thread and a fixed order, so that equal customers give equal files; little
 * memory, what does not fit goes to the same folder.
 */
final class CustomerTable implements AutoCloseable {

    private static final String MEMORY = "192MB";
    private static final int ROWS_IN_A_GROUP = 50_000;

    private final Connection connection;
    private final DuckDBAppender appender;
    private boolean appended;

    private CustomerTable(Connection connection, DuckDBAppender appender) {
        this.connection = connection;
        this.appender = appender;
    }

    static CustomerTable in(Path folder) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("temp_directory", folder.resolve("spill").toString());
        // It needs nothing but what it has: no extension from elsewhere, no file but its own.
        settings.setProperty("autoinstall_known_extensions", "false");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("customers.db"), settings);
        try {
            execute(
                    connection,
                    Arrays.stream(ExportColumn.values())
                            .map(column -> column.column() + " " + column.type().sql())
                            .collect(Collectors.joining(", ", "CREATE TABLE customers (", ")")));
            return new CustomerTable(
                    connection, connection.unwrap(DuckDBConnection.class).createAppender("main", "customers"));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void add(CustomerRow row) {
        try {
            appender.beginRow();
            for (ExportColumn column : ExportColumn.values()) {
                append(column.of(row));
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("a row cannot be written", e));
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (value) {
            case String text -> appender.append(text);
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            case BigDecimal amount -> appender.append(amount);
            case LocalDate day -> appender.append(day);
            default -> throw new IllegalStateException("a value of " + value.getClass());
        }
    }

    /**
     * Ends the table and writes it.
     *
     * @return how many rows it has
     */
    long write(Path file) throws SQLException {
        appended = true;
        appender.close();
        String columns = Arrays.stream(ExportColumn.values())
                .map(column -> column.column() + ": '" + column.meaning().replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        execute(
                connection,
                "COPY (SELECT * FROM customers ORDER BY customer_id) TO '"
                        + file.toString().replace("'", "''")
                        + "' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROWS_IN_A_GROUP
                        + ", KV_METADATA {" + columns + "})");
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM customers")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!appended) {
                appender.close();
            }
        } finally {
            connection.close();
        }
    }
}
