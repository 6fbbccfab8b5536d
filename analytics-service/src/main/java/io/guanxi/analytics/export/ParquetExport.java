package io.guanxi.analytics.export;

import io.guanxi.analytics.export.ExportColumn.CustomerRow;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Writes every customer who has bought something, as seen at the end of a day, by their ids. Memory does not grow with the
 * number of customers: rows go into a table on disk, which is sorted and written from there.
 */
public final class ParquetExport {

    private final Population population;

    public ParquetExport(Population population) {
        this.population = population;
    }

    /** What is done with a file that is removed afterwards. */
    @FunctionalInterface
    public interface Taking {
        void take(InputStream file) throws IOException;
    }

    /**
     * @param versions of the tenant
     * @param taking is given the whole file
     * @return how many customers are in it
     * @throws IOException if there is no room on the disk
     */
    public long write(String tenant, LocalDate asOf, InForceHistory versions, Taking taking) throws IOException {
        Path folder = Files.createTempDirectory("guanxi-export-");
        try {
            Path file = folder.resolve("customers.parquet");
            long rows = write(tenant, asOf, versions, folder, file);
            try (InputStream content = Files.newInputStream(file)) {
                taking.take(content);
            }
            return rows;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private long write(String tenant, LocalDate asOf, InForceHistory versions, Path folder, Path file)
            throws IOException {
        try (CustomerTable table = CustomerTable.in(folder)) {
            InForce inForce = versions.on(asOf);
            population.scan(tenant, member -> {
                CustomerRow row = row(member, asOf, versions, inForce);
                if (row != null) {
                    table.add(row);
                }
            });
            return table.write(file);
        } catch (SQLException e) {
            throw new IOException("the file cannot be written", e);
        }
    }

    private static @Nullable CustomerRow row(Member member, LocalDate asOf, InForceHistory versions, InForce inForce) {
        if (member.history().purchases().asOf(asOf).isEmpty()) {
            return null;
        }
        Standing standing = member.standing().advanced(member.history(), asOf, versions);
        return new CustomerRow(member.customerId(), CustomerPicture.of(member.history(), standing, asOf, inForce));
    }
}
