package io.guanxi.analytics.runs.job;

/** Says what there is and what would be needed. */
final class Shortage {

    private Shortage() {}

    static String of(String detail, double actual, double required) {
        return "%s There is %s (expected: %s).".formatted(ended(detail), plain(actual), plain(required));
    }

    private static String ended(String sentence) {
        String begun = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
