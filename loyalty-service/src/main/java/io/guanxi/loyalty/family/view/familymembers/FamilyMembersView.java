package io.guanxi.loyalty.family.view.familymembers;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.Fact.FamilyJoined;
import io.guanxi.loyalty.account.domain.Fact.FamilyLeft;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each customer who is in a family, under their account. */
@Component
class FamilyMembersView implements KeylessView<FamilyMember> {

    static final String FAMILY = "family";

    @Override
    public String name() {
        return "family-members";
    }

    @Override
    public Class<FamilyMember> document() {
        return FamilyMember.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return event.payload() instanceof FamilyJoined || event.payload() instanceof FamilyLeft
                ? List.of(event.stream())
                : List.of();
    }

    @Override
    public @Nullable FamilyMember evolve(@Nullable FamilyMember current, RecordedEvent event) {
        return event.payload() instanceof FamilyJoined joined
                ? new FamilyMember(event.stream(), joined.family(), joined.at())
                : null;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(FAMILY));
    }
}
