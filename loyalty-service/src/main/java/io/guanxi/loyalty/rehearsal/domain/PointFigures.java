package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.PurseStanding;

/**
 * What became of the points of one purse in a period, and what was left at its end. Always
 * {@code (pending + available + held - debt)} at the end less the same at the beginning is
 * {@code earned - reversed - spent - expired + given}.
 *
 * @param earned made by orders, corrections counted in
 * @param matured pending points that became available
 * @param spent net of what came back
 * @param reversed taken back for returns and cancellations, also what is owed since
 * @param given by people and other accounts, less what went to other accounts or was taken by people
 */
public record PointFigures(
        long earned,
        long matured,
        long spent,
        long expired,
        long reversed,
        long given,
        long pending,
        long available,
        long held,
        long debt) {

    public static final PointFigures NONE = new PointFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public PointFigures plus(PointFigures more) {
        return new PointFigures(
                earned + more.earned,
                matured + more.matured,
                spent + more.spent,
                expired + more.expired,
                reversed + more.reversed,
                given + more.given,
                pending + more.pending,
                available + more.available,
                held + more.held,
                debt + more.debt);
    }

    PointFigures leaving(PurseStanding end) {
        return new PointFigures(
                earned,
                matured,
                spent,
                expired,
                reversed,
                given,
                end.pending(),
                end.available(),
                end.held(),
                end.debt());
    }

    /** What the programme has bound itself to with these orders and gifts. */
    public long committed() {
        return earned + given - reversed;
    }

    /** What the customer has had of it by the end: what is there and what was spent. */
    long worth() {
        return pending + available + held - debt + spent;
    }
}
