package io.guanxi.loyalty.liability.view.owedbydate;

import io.guanxi.loyalty.liability.domain.Totals;

/**
 * What happened in a purse on one day and was recorded on one day.
 *
 * @param happened the day in the accounts' own time, such as {@code 2026-11-22}
 * @param recorded the day on which it was recorded
 */
public record HappenedTotals(String tenant, String purse, String happened, String recorded, Totals totals) {}
