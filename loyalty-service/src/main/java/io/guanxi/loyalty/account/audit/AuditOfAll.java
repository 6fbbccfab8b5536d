package io.guanxi.loyalty.account.audit;

import java.util.List;

/**
 * What an audit of all accounts has found.
 *
 * @param checked accounts that were audited
 * @param disagreements how many of them have a view that does not follow from their log
 * @param customers the first hundred of these
 */
record AuditOfAll(long checked, long disagreements, List<String> customers) {

    AuditOfAll {
        customers = List.copyOf(customers);
    }
}
