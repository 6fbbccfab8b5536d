package io.guanxi.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run found: printed as it comes, and written to a folder at the end. */
public final class Report {

    private final PrintStream out;
    private final Map<String, Object> circumstances = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    /** Under what conditions it was measured; for the file. */
    public void circumstance(String name, Object value) {
        circumstances.put(name, value);
    }

    public void add(Table table) {
        tables.add(table);
        out.println(table.markdown());
    }

    public void add(Goal goal) {
        goals.add(goal);
    }

    public List<Goal> goals() {
        return List.copyOf(goals);
    }

    public void printGoals() {
        goals.forEach(goal -> out.println(goal.line()));
    }

    /** Writes {@code NAME.json} for programs and {@code NAME.md} for pasting. */
    public void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> all = new LinkedHashMap<>(circumstances);
        Map<String, Object> byTitle = new LinkedHashMap<>();
        tables.forEach(table -> byTitle.put(table.title(), table.rows()));
        all.put("tables", byTitle);
        all.put("goals", goals.stream().map(Report::goal).toList());
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve(name + ".json"), mapper.writeValueAsString(all));
        Files.writeString(folder.resolve(name + ".md"), markdown());
    }

    private static Map<String, Object> goal(Goal goal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", goal.name());
        fields.put("figure", goal.figure());
        fields.put("unit", goal.unit());
        fields.put(goal.atLeast() ? "atLeast" : "atMost", goal.goal());
        fields.put("met", goal.met());
        return fields;
    }

    private String markdown() {
        return tables.stream().map(Table::markdown).collect(Collectors.joining("\n"))
                + goals.stream().map(Goal::line).collect(Collectors.joining("\n", "\n```\n", "\n```\n"));
    }
}
