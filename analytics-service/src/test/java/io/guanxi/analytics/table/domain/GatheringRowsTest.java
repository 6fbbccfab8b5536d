package io.guanxi.analytics.table.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheringRowsTest {

    private static final int SEEDS = 200;

    private record Row(String customer, double first, double second) {}

    @Test
    void the_table_is_the_same_whatever_came_first_and_however_it_was_partitioned() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Row> rows = rows(random);
            int atMost = 10 + random.nextInt(200);
            Table expected = gathered(rows, atMost).table();
            Collections.shuffle(rows, random);
            CustomerRows sum = new CustomerRows(2, atMost);
            int cut = random.nextInt(rows.size());
            sum.addAll(gathered(rows.subList(cut, rows.size()), atMost));
            sum.addAll(gathered(rows.subList(0, cut), atMost));
            Table table = sum.table();
            assertThat(table.rows()).as("seed %d", seed).isEqualTo(expected.rows());
            assertThat(table.share()).as("seed %d", seed).isEqualTo(expected.share());
            assertThat(table.columns()).as("seed %d", seed).isDeepEqualTo(expected.columns());
        }
    }

    @Test
    void beyond_the_limit_half_of_the_customers_are_left_out_with_all_their_rows() {
        CustomerRows rows = new CustomerRows(2, 10_000);
        for (int customer = 0; customer < 30_000; customer++) {
            rows.add("customer-" + customer, customer, 1);
            rows.add("customer-" + customer, customer, 2);
        }
        assertThat(rows.size()).isLessThanOrEqualTo(10_000);
        assertThat(rows.size() / 60_000.0).isCloseTo(rows.share(), within(0.01));
        Table table = rows.table();
        for (int row = 0; row < table.rows(); row += 2) {
            assertThat(table.at(row, 0)).isEqualTo(table.at(row + 1, 0));
            assertThat(table.at(row, 1)).isEqualTo(1);
        }
    }

    @Test
    void the_first_rows_are_a_fair_sample() {
        CustomerRows rows = new CustomerRows(1, 100_000);
        for (int customer = 0; customer < 50_000; customer++) {
            rows.add("customer-" + customer, customer);
        }
        Table sample = rows.table().sample(5_000);
        double sum = 0;
        for (int row = 0; row < sample.rows(); row++) {
            sum += sample.at(row, 0);
        }
        assertThat(sum / sample.rows()).isCloseTo(25_000, within(700.0));
    }

    @Test
    void a_row_of_another_width_is_refused() {
        CustomerRows rows = new CustomerRows(2, 10);
        assertThatThrownBy(() -> rows.add("one", 1)).hasMessageContaining("expected: 2");
        assertThatThrownBy(() -> rows.addAll(new CustomerRows(1, 10))).hasMessageContaining("expected: 2");
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int customer = 1 + random.nextInt(150); customer > 0; customer--) {
            for (int more = random.nextInt(3); more >= 0; more--) {
                rows.add(new Row("customer-" + customer, random.nextInt(3), random.nextInt(3)));
            }
        }
        return rows;
    }

    private static CustomerRows gathered(List<Row> rows, int atMost) {
        CustomerRows gathered = new CustomerRows(2, atMost);
        rows.forEach(row -> gathered.add(row.customer(), row.first(), row.second()));
        return gathered;
    }
}
