package io.guanxi.loyalty;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.account.AccountEventNames;
import io.guanxi.loyalty.care.CareEventNames;
import io.guanxi.loyalty.family.FamilyEventNames;
import io.guanxi.loyalty.programme.ProgrammeEventNames;
import io.guanxi.loyalty.reward.RewardEventNames;

/** The names under which the events of this service are stored for ever, feature by feature. */
public final class LoyaltyEventNames {

    private LoyaltyEventNames() {}

    public static EventCatalogue catalogue() {
        EventCatalogue.Builder names = EventCatalogue.builder();
        ProgrammeEventNames.addTo(names);
        AccountEventNames.addTo(names);
        RewardEventNames.addTo(names);
        FamilyEventNames.addTo(names);
        CareEventNames.addTo(names);
        return names.build();
    }
}
