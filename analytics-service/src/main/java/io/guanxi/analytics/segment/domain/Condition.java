package io.guanxi.analytics.segment.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to be true of a customer. What is not known fulfils no comparison and is none of any words; so its negation is
 * true, as of somebody of whom it is known to be otherwise.
 */
public sealed interface Condition {

    /** The parts of one {@link All} or {@link Any}, and the words of one {@link OneOf}. */
    int MOST_PARTS = 50;

    /** How deeply conditions are nested; one alone is 1. */
    int DEEPEST = 8;

    /** Comparisons and looked up words altogether. */
    int MOST_LEAVES = 200;

    int LONGEST_WORD = 100;

    boolean matches(MeasuredCustomer customer);

    int depth();

    int leaves();

    /** What is asked about. */
    Set<Measure> measures();

    /** Every part is true. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = Parts.checked("all", parts);
        }

        @Override
        public boolean matches(MeasuredCustomer customer) {
            return parts.stream().allMatch(part -> part.matches(customer));
        }

        @Override
        public int depth() {
            return Parts.depth(parts);
        }

        @Override
        public int leaves() {
            return Parts.leaves(parts);
        }

        @Override
        public Set<Measure> measures() {
            return Parts.measures(parts);
        }
    }

    /** At least one part is true. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = Parts.checked("any", parts);
        }

        @Override
        public boolean matches(MeasuredCustomer customer) {
            return parts.stream().anyMatch(part -> part.matches(customer));
        }

        @Override
        public int depth() {
            return Parts.depth(parts);
        }

        @Override
        public int leaves() {
            return Parts.leaves(parts);
        }

        @Override
        public Set<Measure> measures() {
            return Parts.measures(parts);
        }
    }

    /** The part is not true. */
    record Not(Condition part) implements Condition {

        @Override
        public boolean matches(MeasuredCustomer customer) {
            return !part.matches(customer);
        }

        @Override
        public int depth() {
            return part.depth() + 1;
        }

        @Override
        public int leaves() {
            return part.leaves();
        }

        @Override
        public Set<Measure> measures() {
            return part.measures();
        }
    }

    /** @param than without trailing zeros, so that equal conditions are equal */
    record Compare(Measure measure, Comparison comparison, BigDecimal than) implements Condition {

        public Compare {
            Parts.require(measure, Measure.Kind.NUMBER);
            than = than.signum() == 0 ? BigDecimal.ZERO : than.stripTrailingZeros();
            Parts.requireSize(than);
        }

        @Override
        public boolean matches(MeasuredCustomer customer) {
            BigDecimal value = customer.number(measure);
            return value != null && comparison.holds(value, than);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public int leaves() {
            return 1;
        }

        @Override
        public Set<Measure> measures() {
            return EnumSet.of(measure);
        }
    }

    /** @param values at least one */
    record OneOf(Measure measure, SortedSet<String> values) implements Condition {

        public OneOf {
            Parts.require(measure, Measure.Kind.WORD);
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
            Parts.requireCount("values", values);
            values.forEach(value -> Parts.requireWord(measure, value));
        }

        @Override
        public boolean matches(MeasuredCustomer customer) {
            String value = customer.word(measure);
            return value != null && values.contains(value);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public int leaves() {
            return 1;
        }

        @Override
        public Set<Measure> measures() {
            return EnumSet.of(measure);
        }
    }

    /** What conditions of parts have in common. */
    final class Parts {

        private static final int MOST_DIGITS = 30;

        private Parts() {}

        private static List<Condition> checked(String name, List<Condition> parts) {
            requireCount(name, parts);
            return List.copyOf(parts);
        }

        private static void requireCount(String name, Collection<?> parts) {
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw new IllegalArgumentException(
                        "%s: %d (expected: 1 to %d)".formatted(name, parts.size(), MOST_PARTS));
            }
        }

        private static void require(Measure measure, Measure.Kind kind) {
            if (measure.kind() != kind) {
                throw new IllegalArgumentException(
                        "%s is a %s (expected: a %s)".formatted(measure.code(), measure.kind(), kind));
            }
        }

        private static void requireWord(Measure measure, String word) {
            if (word.isBlank() || word.length() > LONGEST_WORD) {
                throw new IllegalArgumentException(
                        "a value of %d characters (expected: 1 to %d)".formatted(word.length(), LONGEST_WORD));
            }
            if (!measure.knows(word)) {
                throw new IllegalArgumentException(
                        "%s: no such value (expected: %s)".formatted(measure.code(), measure.words()));
            }
        }

        private static void requireSize(BigDecimal number) {
            if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("a number of %d digits and scale %d (expected: up to %d)"
                        .formatted(number.precision(), number.scale(), MOST_DIGITS));
            }
        }

        private static int depth(List<Condition> parts) {
            return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
        }

        private static int leaves(List<Condition> parts) {
            return parts.stream().mapToInt(Condition::leaves).sum();
        }

        private static Set<Measure> measures(List<Condition> parts) {
            Set<Measure> all = EnumSet.noneOf(Measure.class);
            parts.forEach(part -> all.addAll(part.measures()));
            return all;
        }
    }
}
