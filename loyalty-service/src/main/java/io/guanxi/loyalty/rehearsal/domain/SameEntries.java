package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.Iterator;
import java.util.List;

/** Whether an account has gone the same way twice, event by event. */
public final class SameEntries {

    private SameEntries() {}

    /**
     * When somebody would look next what is due is not compared: it depends on when somebody looked before. Nor are facts
     * compared with the oldest events, which had none.
     */
    public static boolean in(Course recorded, Course rehearsed) {
        boolean old = recorded.events().stream().anyMatch(event -> event.at() == null);
        Iterator<LoyaltyEvent> one = compared(recorded, old).iterator();
        Iterator<LoyaltyEvent> other = compared(rehearsed, old).iterator();
        while (one.hasNext() && other.hasNext()) {
            if (!same(one.next(), other.next(), old)) {
                return false;
            }
        }
        return !one.hasNext() && !other.hasNext();
    }

    private static List<LoyaltyEvent> compared(Course course, boolean old) {
        return course.events().stream()
                .filter(event -> old ? event instanceof LedgerEntry : !(event instanceof LoyaltyEvent.DueSet))
                .toList();
    }

    private static boolean same(LoyaltyEvent one, LoyaltyEvent other, boolean old) {
        if (!old) {
            return one.equals(other);
        }
        return one instanceof LedgerEntry a
                && other instanceof LedgerEntry b
                && a.entryId().equals(b.entryId())
                && a.getClass() == b.getClass()
                && a.moves().equals(b.moves())
                && a.debtChange() == b.debtChange()
                && a.balance() == b.balance();
    }
}
