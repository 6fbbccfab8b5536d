package io.guanxi.analytics.runs.domain;

import java.time.LocalDate;
import java.util.SortedMap;

/** What a run is told. */
public sealed interface RunCommand {

    record Ask(RunKind kind, RunParameters parameters, String by, LocalDate asOf) implements RunCommand {}

    record Complete(SortedMap<String, String> summary) implements RunCommand {}

    record Refuse(String code, String detail) implements RunCommand {}

    record Cancel(String by) implements RunCommand {}
}
