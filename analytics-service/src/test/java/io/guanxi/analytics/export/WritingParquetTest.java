package io.guanxi.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back with the library's own reader. */
class WritingParquetTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");
    private static final Versions VERSIONS = Versions.NONE.withBoundaries(
            3,
            new Boundaries(
                    DAY,
                    2,
                    "EUR",
                    List.of(5L, 10L, 20L, 40L),
                    List.of(1L, 1L, 2L, 3L),
                    List.of(amount("1"), amount("2"), amount("3"), amount("4"))));

    @TempDir
    Path folder;

    private final List<Member> members = new ArrayList<>();

    @Test
    void each_customer_is_a_row_as_of_the_day_in_the_order_of_ids() throws Exception {
        members.add(member("b", flow("2026-01-01", "2026-01-01", "12.50"), flow("2026-02-01", "2026-02-01", "99")));
        members.add(member("a", flow("2026-01-11", "2026-01-11", "3.0001"), flow("2026-01-21", "2026-01-21", "4")));
        members.add(member("later", flow("2026-02-01", "2026-02-01", "1")));
        Path file = written(2);

        assertThat(rows(
                        file,
                        "customer_id, as_of, currency, orders, net_revenue, last_order, recency_days, mean_interval_days,"
                                + " recency_score, boundaries_version, p_alive, grade, segments"))
                .containsExactly(
                        "a|2026-01-31|EUR|2|7.0001|2026-01-21|10|10.0|3|3|null|null|",
                        "b|2026-01-31|EUR|1|12.5000|2026-01-01|30|null|2|3|null|null|");
    }

    @Test
    void columns_have_their_names_types_and_meanings() throws Exception {
        Path file = written(0);

        assertThat(sql("DESCRIBE SELECT * FROM '" + file + "'", 2))
                .containsExactlyElementsOf(Arrays.stream(ExportColumn.values())
                        .map(column -> column.column() + "|" + column.type().sql())
                        .toList());
        assertThat(sql("SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file + "')", 2))
                .contains("grade|" + ExportColumn.GRADE.meaning());
        assertThat(Arrays.stream(ExportColumn.values()).map(ExportColumn::meaning))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_customers_in_another_order_give_the_same_bytes() throws Exception {
        for (int customer = 0; customer < 3_000; customer++) {
            members.add(member("c-" + customer, flow("2026-01-05", "2026-01-05", customer + ".25")));
        }
        byte[] once = Files.readAllBytes(written(3_000));
        List<Member> turned = new ArrayList<>(members.reversed());
        members.clear();
        members.addAll(turned);

        assertThat(Files.readAllBytes(written(3_000))).isEqualTo(once);
    }

    @Test
    void what_comes_out_of_the_population_leaves_no_file_behind() throws IOException {
        long before = leftovers();
        Population broken = new Population() {
            @Override
            public void scan(String tenant, Consumer<Member> each) {
                throw new UncheckedIOException(new IOException("moving"));
            }

            @Override
            public void orders(String tenant, BiConsumer<String, OrderRecord> each) {}
        };

        assertThatThrownBy(() -> new ParquetExport(broken).write("acme", DAY, VERSIONS, file -> {}))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(leftovers()).isLessThanOrEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("guanxi-export-"))
                    .count();
        }
    }

    private Path written(long rows) throws IOException {
        Path file = folder.resolve("read-" + members.hashCode() + ".parquet");
        Population population = new Population() {
            @Override
            public void scan(String tenant, Consumer<Member> each) {
                members.forEach(each);
            }

            @Override
            public void orders(String tenant, BiConsumer<String, OrderRecord> each) {}
        };
        long written = new ParquetExport(population)
                .write("acme", DAY, VERSIONS, content -> Files.write(file, content.readAllBytes()));
        assertThat(written).isEqualTo(rows);
        return file;
    }

    private static List<String> rows(Path file, String columns) throws SQLException {
        return sql("SELECT " + columns + " FROM '" + file + "'", columns.split(",").length);
    }

    private static List<String> sql(String query, int width) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(String.valueOf(found.getObject(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    private static Member member(String id, Flow... flows) {
        return new Member(id, CustomerHistory.NONE.with(PurchaseHistory.of(List.of(flows))), Standing.NONE);
    }

    private static Flow flow(String effective, String ordered, String euros) {
        Sums sums = new Sums(1, amount(euros), Amounts.ZERO);
        return new Flow(
                LocalDate.parse(effective),
                LocalDate.parse(ordered),
                1,
                1,
                0,
                new SumsByCurrency(new TreeMap<>(Map.of("EUR", sums))));
    }

    private static BigDecimal amount(String amount) {
        return Amounts.exact(new BigDecimal(amount));
    }
}
