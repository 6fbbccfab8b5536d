package io.guanxi.analytics.runs.domain;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** What parameters must be to each other and to the day of the run. */
final class TogetherRules {

    private TogetherRules() {}

    /** What is wrong, by the name of the parameter. */
    static SortedMap<String, String> broken(RunParameters parameters, LocalDate asOf) {
        SortedMap<String, String> faults = new TreeMap<>();
        parameters
                .dayIfAny("calibrationEnd")
                .filter(day -> day.isAfter(asOf))
                .ifPresent(day -> faults.put("calibrationEnd", "must not be after asOf"));
        parameters.dayIfAny("holdOutEnd").ifPresent(end -> {
            if (!end.isAfter(parameters.day("calibrationEnd")) || end.isAfter(asOf)) {
                faults.put("holdOutEnd", "must be after calibrationEnd and not after asOf");
            }
        });
        parameters
                .dayIfAny("from")
                .filter(day -> day.isAfter(asOf))
                .ifPresent(day -> faults.put("from", "must not be after asOf"));
        if (parameters.textIfAny("least").isPresent() && parameters.whole("least") > parameters.whole("most")) {
            faults.put("most", "must not be below least");
        }
        return faults;
    }
}
