package io.guanxi.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Figures by row and column, written as Markdown. Columns and rows stand in the order in which they first came. */
public final class Table {

    private static final String NOTHING = "-";

    private final String title;
    private final String server;
    private final String corner;
    private final SequencedSet<String> columns = new LinkedHashSet<>();
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    private final Map<String, String> absent = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param server what was measured on; stands above every table
     * @param corner what the rows are
     */
    public Table(String title, String server, String corner) {
        this.title = title;
        this.server = server;
        this.corner = corner;
    }

    public void put(String row, String column, Spread figures) {
        set(row, column, figures);
    }

    public void put(String row, String column, long figure) {
        set(row, column, figure);
    }

    private void set(String row, String column, Object figure) {
        columns.add(column);
        rows.computeIfAbsent(row, any -> new LinkedHashMap<>()).put(column, figure);
    }

    /** A column that could not be measured, and why: it says so in every row. */
    public void absent(String column, String why) {
        absent.put(column, why);
    }

    /** Stands under the table. */
    public void note(String text) {
        notes.add(text);
    }

    public String title() {
        return title;
    }

    /** The figures by row and column, as numbers: for programs. */
    public Map<String, Map<String, Object>> rows() {
        return rows;
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(title).append("\n\n").append(server).append("\n\n");
        List<String> names =
                Stream.concat(columns.stream(), absent.keySet().stream()).toList();
        line(text, corner, names);
        line(text, "---", names.stream().map(any -> "--:").toList());
        rows.forEach((row, cells) -> line(
                text, row, names.stream().map(column -> cell(cells, column)).toList()));
        if (!notes.isEmpty()) {
            text.append('\n').append(String.join(" ", notes)).append('\n');
        }
        return text.toString();
    }

    private String cell(Map<String, Object> cells, String column) {
        Object figure = cells.get(column);
        if (figure instanceof Spread spread) {
            return spread.text();
        }
        return figure instanceof Long whole
                ? String.format(Locale.ROOT, "%,d", whole)
                : absent.getOrDefault(column, NOTHING);
    }

    private static void line(StringBuilder text, String first, List<String> cells) {
        text.append("| ").append(first);
        cells.forEach(cell -> text.append(" | ").append(cell));
        text.append(" |\n");
    }
}
