package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.export.ExportColumn;
import io.guanxi.analytics.export.ParquetExport;
import io.guanxi.analytics.runs.domain.RunKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Writes what is known of each customer into a file. */
final class ExportingCustomers implements Analysis {

    private final ParquetExport export;
    private final ModelDesk models;

    ExportingCustomers(ParquetExport export, ModelDesk models) {
        this.export = export;
        this.models = models;
    }

    /** What is in the file. */
    record Result(LocalDate asOf, long customers, List<Column> columns) {}

    record Column(String name, String type, String meaning) {}

    @Override
    public RunKind kind() {
        return RunKind.EXPORT;
    }

    @Override
    public int stages() {
        return 1;
    }

    @Override
    public Stage stage(Turn turn) throws IOException {
        long customers = export.write(
                turn.tenant(),
                turn.asOf(),
                models.versions(turn.tenant()),
                file -> turn.keeping().file(RunFile.EXPORT, file));
        List<Column> columns = Arrays.stream(ExportColumn.values())
                .map(column -> new Column(column.column(), column.type().sql(), column.meaning()))
                .toList();
        turn.keeping().result(new Result(turn.asOf(), customers, columns));
        return new Summary().with("customers", customers).finished();
    }
}
