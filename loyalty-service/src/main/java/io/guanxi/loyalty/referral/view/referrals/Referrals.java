package io.guanxi.loyalty.referral.view.referrals;

import com.mongodb.client.model.Filters;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers who brought whom. */
@Component
public class Referrals {

    private static final Sort NEWEST_FIRST = Sort.descending(ReferralsView.REFERRER, ReferralsView.SINCE);

    private final ViewStore<Referral> referrals;

    Referrals(Views views, ReferralsView view) {
        this.referrals = views.store(view);
    }

    /** @param account {@code tenant/customerId} */
    public Optional<Referral> whoBrought(String account) {
        return referrals.find(account);
    }

    /** @param account {@code tenant/customerId} */
    public Page<Referral> broughtBy(String account, @Nullable String cursor, int limit) {
        return referrals.page(Filters.eq(ReferralsView.REFERRER, account), NEWEST_FIRST, cursor, limit);
    }
}
