package io.guanxi.analytics.models.domain;

import java.util.List;
import java.util.stream.Collectors;

/** Terms that no pyramid can have. It names everything that is wrong. */
public final class ImpossibleTerms extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    ImpossibleTerms(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One value that cannot be.
     *
     * @param limit the name of what it breaks, a sentence
     * @param pointer a JSON pointer to the value, in the names of the records' components
     * @param expected what would be right
     */
    public record Fault(String limit, String pointer, String expected) {

        @Override
        public String toString() {
            return pointer + " (expected: " + expected + ")";
        }
    }
}
