package io.guanxi.analytics.report.domain;

import io.guanxi.analytics.picture.domain.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How customers moved between the grades of the pyramid from the end of one day to the end of another. */
public final class GradeMigration {

    /** Of customers who had no grade: they had not come yet, or there was no rule. */
    public static final String NONE = "none";

    private static final List<String> ORDER = order();

    private final LocalDate from;
    private final LocalDate to;
    private final Map<Integer, Long> moves = new TreeMap<>();

    public GradeMigration(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param moves by grade before, then by grade after, the highest first; those that nobody made are left out
     * @param customers of all moves
     * @param risen to a higher grade
     * @param fallen to a lower grade
     */
    public record Report(LocalDate from, LocalDate to, List<Move> moves, long customers, long risen, long fallen) {

        public Report {
            moves = List.copyOf(moves);
        }
    }

    /**
     * @param from {@code platinum}, {@code gold}, {@code iron}, {@code lead} or {@code none}
     * @param share of those who had that grade before
     */
    public record Move(String from, String to, long customers, double share) {}

    private static List<String> order() {
        List<String> order = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            order.add(grade.code());
        }
        order.add(NONE);
        return List.copyOf(order);
    }

    /** One customer; null for no grade. Who never had one is passed over. */
    public void add(@Nullable Grade before, @Nullable Grade after) {
        if (before != null || after != null) {
            moves.merge(place(before) * ORDER.size() + place(after), 1L, Long::sum);
        }
    }

    private static int place(@Nullable Grade grade) {
        return grade == null ? ORDER.size() - 1 : grade.ordinal();
    }

    public Report report() {
        long[] before = new long[ORDER.size()];
        moves.forEach((move, customers) -> before[move / ORDER.size()] += customers);
        List<Move> all = new ArrayList<>();
        long risen = 0;
        long fallen = 0;
        long sum = 0;
        for (Map.Entry<Integer, Long> move : moves.entrySet()) {
            int start = move.getKey() / ORDER.size();
            int end = move.getKey() % ORDER.size();
            long customers = move.getValue();
            all.add(new Move(ORDER.get(start), ORDER.get(end), customers, (double) customers / before[start]));
            boolean bothGraded = start < ORDER.size() - 1 && end < ORDER.size() - 1;
            risen += bothGraded && end < start ? customers : 0;
            fallen += bothGraded && end > start ? customers : 0;
            sum += customers;
        }
        return new Report(from, to, all, sum, risen, fallen);
    }
}
