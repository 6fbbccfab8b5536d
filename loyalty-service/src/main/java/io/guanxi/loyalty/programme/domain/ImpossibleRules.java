package io.guanxi.loyalty.programme.domain;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that contradict themselves or ask for what no programme can do. It names everything that is wrong in one part. */
public final class ImpossibleRules extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    ImpossibleRules(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One value that cannot be.
     *
     * @param pointer a JSON pointer from the refused part to the value, in the names of the records' components
     * @param expected what would be right
     */
    public record Fault(String pointer, String found, String expected) {

        @Override
        public String toString() {
            return pointer + ": " + found + " (expected: " + expected + ")";
        }
    }
}
