package io.guanxi.test.violators.cycle.earn;

import io.guanxi.test.violators.cycle.spend.Spending;

public record Earning(Spending spending) {}
