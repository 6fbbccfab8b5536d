package io.guanxi.benchmarks.intelligence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** All measures of all customers computed anew by DuckDB, as a nightly query would. */
final class DuckDbPeer implements AutoCloseable {

    private final Connection connection;

    private DuckDbPeer(Connection connection) {
        this.connection = connection;
    }

    /** A table of orders in memory: a seeded draw of one to some dozens for each customer, over two years. */
    static DuckDbPeer withOrders(int customers) throws SQLException {
        DuckDbPeer peer = new DuckDbPeer(DriverManager.getConnection("jdbc:duckdb:"));
        peer.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
        peer.execute("SELECT setseed(0.5)");
        peer.execute("""
                CREATE TABLE orders AS
                SELECT customer,
                       DATE '2024-01-01' + CAST(floor(random() * 730) AS INTEGER) AS day,
                       CAST(5 + random() * 100 AS DECIMAL(18, 4)) AS amount
                FROM (SELECT range AS customer, unnest(range(1 + CAST(floor(-ln(1 - random()) * 2) AS BIGINT)))
                      FROM range(%d))
                """.formatted(customers));
        return peer;
    }

    long orders() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM orders")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Seconds for recency, frequency, monetary value, their quintiles and the inputs of a lifetime model, of everybody. */
    double recompute() throws SQLException {
        long began = System.nanoTime();
        execute("""
                CREATE OR REPLACE TABLE measures AS
                WITH purchases AS (
                    SELECT customer, day, count(*) AS orders, sum(amount) AS amount FROM orders GROUP BY ALL),
                facts AS (
                    SELECT customer, sum(orders) AS frequency, sum(amount) AS monetary,
                           date_diff('day', max(day), DATE '2026-01-01') AS recency,
                           count(*) - 1 AS repeats,
                           date_diff('day', min(day), max(day)) / 7.0 AS last_order,
                           date_diff('day', min(day), DATE '2026-01-01') / 7.0 AS age
                    FROM purchases GROUP BY customer)
                SELECT *, ntile(5) OVER (ORDER BY recency DESC) AS r,
                          ntile(5) OVER (ORDER BY frequency) AS f,
                          ntile(5) OVER (ORDER BY monetary) AS m
                FROM facts
                """);
        return (System.nanoTime() - began) / 1e9;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
