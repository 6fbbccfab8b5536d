package io.guanxi.analytics.cluster.domain;

import io.guanxi.analytics.table.domain.CustomerRows;
import io.guanxi.analytics.table.domain.Table;

/** Recency, frequency and monetary value of the customers of a tenant, gathered partition by partition. */
public final class Habits {

    static final int RECENCY = 0;
    static final int FREQUENCY = 1;
    static final int MONETARY = 2;
    static final int MEASURES = 3;

    private final CustomerRows rows;

    public Habits(ClusterParameters parameters) {
        rows = new CustomerRows(MEASURES, parameters.atMostRows());
    }

    /**
     * @param recencyDays days since the last order, not below zero
     * @param frequency orders, one at least
     * @param monetary net revenue in the currency of comparison
     */
    public void add(String customer, long recencyDays, long frequency, double monetary) {
        rows.add(customer, recencyDays, frequency, monetary);
    }

    /** Takes in other customers, such as those of another partition. */
    public void addAll(Habits other) {
        rows.addAll(other.rows);
    }

    Table table() {
        return rows.table();
    }
}
