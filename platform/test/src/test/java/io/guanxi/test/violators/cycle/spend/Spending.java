package io.guanxi.test.violators.cycle.spend;

import io.guanxi.test.violators.cycle.earn.Earning;

public record Spending(Earning earning) {}
