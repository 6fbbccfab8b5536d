package io.guanxi.loyalty.referral.view.referrals;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.Fact.ReferralClaimed;
import io.guanxi.loyalty.account.domain.Fact.ReferralConfirmed;
import io.guanxi.loyalty.account.domain.Fact.ReferralRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each customer who was recommended, under their account. */
@Component
class ReferralsView implements KeylessView<Referral> {

    static final String REFERRER = "referrer";
    static final String SINCE = "since";

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public Class<Referral> document() {
        return Referral.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.payload() instanceof ReferralClaimed
                        || event.payload() instanceof ReferralConfirmed
                        || event.payload() instanceof ReferralRefused
                ? List.of(event.stream())
                : List.of();
    }

    @Override
    public @Nullable Referral evolve(@Nullable Referral current, RecordedEvent event) {
        if (event.payload() instanceof ReferralClaimed e) {
            return new Referral(
                    event.stream(),
                    e.referrer(),
                    e.order().shop(),
                    e.order().orderId(),
                    Referral.Status.WAITING,
                    List.of(),
                    e.at(),
                    null);
        }
        if (current != null && event.payload() instanceof ReferralConfirmed e) {
            return current.judged(Referral.Status.CONFIRMED, e.findings(), e.at());
        }
        if (current != null && event.payload() instanceof ReferralRefused e) {
            return current.judged(Referral.Status.REFUSED, e.findings(), e.at());
        }
        return current;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(REFERRER, SINCE));
    }
}
