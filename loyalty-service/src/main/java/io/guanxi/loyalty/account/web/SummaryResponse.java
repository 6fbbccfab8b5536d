package io.guanxi.loyalty.account.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.guanxi.loyalty.account.explain.TierExplanation.ToRise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with what a person who looks after the customer asks next.
 *
 * @param nextTier what is missing to the next tier; absent on the highest one, and if the programme has none
 * @param lastEntries the newest lines of the ledger
 */
record SummaryResponse(
        @JsonUnwrapped AccountResponse account, @Nullable ToRise nextTier, List<EntryResponse> lastEntries) {}
