package io.guanxi.loyalty.reward;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitGivenBack;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitTaken;

/** The names under which a reward's events are stored for ever. */
public final class RewardEventNames {

    private RewardEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("loyalty.reward.unit-taken", UnitTaken.class)
                .event("loyalty.reward.unit-given-back", UnitGivenBack.class);
    }
}
