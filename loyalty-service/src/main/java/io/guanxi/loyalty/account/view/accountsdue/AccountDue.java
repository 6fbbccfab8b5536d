package io.guanxi.loyalty.account.view.accountsdue;

import java.time.Instant;

/**
 * An account on which something happens by itself; there is none where nothing will.
 *
 * @param account {@code tenant/customerId}
 * @param due when the next thing happens
 */
public record AccountDue(String account, String tenant, Instant due) {}
