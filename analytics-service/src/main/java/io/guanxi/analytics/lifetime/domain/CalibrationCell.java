package io.guanxi.analytics.lifetime.domain;

/** How many customers were seen to buy in the same way. */
public record CalibrationCell(Observation seen, long customers) {

    public CalibrationCell {
        if (customers < 1) {
            throw new IllegalArgumentException("%d customers in a cell, expected at least 1".formatted(customers));
        }
    }
}
