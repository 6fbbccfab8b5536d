package io.guanxi.benchmarks.report;

import java.util.Locale;

/**
 * A figure and what it should be.
 *
 * @param atLeast whether the figure should be at least the goal, or at most
 */
public record Goal(String name, double figure, String unit, boolean atLeast, double goal) {

    public static Goal atLeast(String name, double figure, double goal, String unit) {
        return new Goal(name, figure, unit, true, goal);
    }

    public static Goal atMost(String name, double figure, double goal, String unit) {
        return new Goal(name, figure, unit, false, goal);
    }

    /** A figure that could not be taken meets nothing. */
    public boolean met() {
        return atLeast ? figure >= goal : figure <= goal;
    }

    /** One line: name, figure, goal, {@code met} or {@code missed}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-88s %10.2f %-5s goal %s %.2f  %s",
                name,
                figure,
                unit,
                atLeast ? ">=" : "<=",
                goal,
                met() ? "met" : "missed");
    }
}
