package io.guanxi.analytics.runs.job;

import java.util.List;
import java.util.SortedMap;

/** What is kept with a run that is done. */
public record RunResult(SortedMap<String, String> summary, List<RunFile> files) {}
