package io.guanxi.benchmarks.intelligence;

import io.guanxi.analytics.lifetime.domain.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The published sample of the CDNOW customers, as they were seen until the end of its usual calibration. */
final class CdnowSample {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final int CUSTOMER = 1;
    private static final int DAY = 2;

    private CdnowSample() {}

    /** One observation a customer; orders of one day are one. */
    static List<Observation> observations(Path file) throws IOException {
        Map<String, SortedSet<LocalDate>> days = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.trim().split("\\s+");
            LocalDate day = LocalDate.parse(columns[DAY], DateTimeFormatter.BASIC_ISO_DATE);
            if (!day.isAfter(END)) {
                days.computeIfAbsent(columns[CUSTOMER], any -> new TreeSet<>()).add(day);
            }
        }
        return days.values().stream().map(CdnowSample::observation).toList();
    }

    private static Observation observation(SortedSet<LocalDate> days) {
        return new Observation(days.size() - 1, between(days.first(), days.last()), between(days.first(), END));
    }

    private static int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
