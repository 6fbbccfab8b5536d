package io.guanxi.loyalty.family.view.familymembers;

import java.time.Instant;

/**
 * A customer whose points go to a family.
 *
 * @param member their account, as {@code tenant/customerId}
 * @param family the family's account, as {@code tenant/id}
 */
public record FamilyMember(String member, String family, Instant since) {}
