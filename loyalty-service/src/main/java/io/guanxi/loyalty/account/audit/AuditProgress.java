package io.guanxi.loyalty.account.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an audit of all accounts is.
 *
 * @param customers the first of those whose views disagree with their log
 */
record AuditProgress(@Nullable String cursor, long checked, long disagreements, List<String> customers) {

    static final AuditProgress NONE = new AuditProgress(null, 0, 0, List.of());

    AuditProgress {
        customers = List.copyOf(customers);
    }
}
