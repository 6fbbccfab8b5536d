package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.FactsChange;

/** What the step of tenants is told of a customer. */
record CustomerChange(FactsChange facts, Counted before, Counted after) {}
