package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import java.util.List;

/**
 * How a long history is kept. What was changed lately stands with the customer; when that gets too much it becomes a page that
 * is never touched again. A history is a sum, so a later change to what is on a page needs no look at it. An event of a
 * customer with very many orders writes as little as that of any other.
 *
 * @param pages of the customer
 * @param lately the flows that are on no page
 */
record Paging(int pages, PurchaseHistory lately) {

    /** A few kilobytes. */
    static final int MOST_LATELY = 256;

    static final Paging NONE = new Paging(0, PurchaseHistory.NONE);

    Paging replacing(List<Flow> before, List<Flow> after) {
        return new Paging(pages, lately.replacing(before, after));
    }

    boolean isFull() {
        return lately.flows().size() > MOST_LATELY;
    }

    Paging turned() {
        return new Paging(pages + 1, PurchaseHistory.NONE);
    }
}
