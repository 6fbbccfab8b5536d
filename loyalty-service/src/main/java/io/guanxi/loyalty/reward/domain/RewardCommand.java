package io.guanxi.loyalty.reward.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of a reward's stock. */
public sealed interface RewardCommand {

    String holdId();

    Instant at();

    /** @param stock how many there are in all, by the rules that hold; absent is without limit */
    record TakeUnit(String holdId, String account, @Nullable Long stock, Instant at) implements RewardCommand {}

    /** The points are not kept aside any more and did not pay. */
    record GiveUnitBack(String holdId, Instant at) implements RewardCommand {}
}
