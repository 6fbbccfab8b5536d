package io.guanxi.loyalty.family.view.familymembers;

import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers to which family's account a customer's points go, and so from which one the customer may spend. */
@Component
public class FamilyMembership {

    private final ViewStore<FamilyMember> members;

    FamilyMembership(Views views, FamilyMembersView view) {
        this.members = views.store(view);
    }

    /** @param member their account, as {@code tenant/customerId} */
    public Optional<FamilyMember> of(String member) {
        return members.find(member);
    }

    /**
     * Whether a customer may spend the points of a family, as far as this view has read.
     *
     * @param family its account, as {@code tenant/id}
     */
    public boolean isMember(String family, String member) {
        return of(member).filter(found -> found.family().equals(family)).isPresent();
    }
}
