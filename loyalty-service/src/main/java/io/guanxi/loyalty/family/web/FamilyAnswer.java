package io.guanxi.loyalty.family.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.family.domain.Family;
import io.guanxi.loyalty.family.domain.FamilyKey;
import java.util.Collection;
import java.util.List;

/**
 * A family as it is now.
 *
 * @param accountId the account that has its points, to be read and spent from like a customer's
 * @param members the ids of the customers in it
 * @param invited the ids of those who may join
 */
record FamilyAnswer(String familyId, String accountId, List<String> members, List<String> invited) {

    static FamilyAnswer of(FamilyKey key, Family family) {
        return new FamilyAnswer(
                key.familyId(), key.accountId(), ids(family.members().keySet()), ids(family.invited()));
    }

    private static List<String> ids(Collection<String> accounts) {
        return accounts.stream()
                .map(account -> CustomerKey.parse(account).customerId())
                .toList();
    }
}
