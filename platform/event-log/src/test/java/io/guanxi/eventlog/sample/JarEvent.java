package io.guanxi.eventlog.sample;

import io.guanxi.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a jar of coins. */
public sealed interface JarEvent {

    record JarPlaced(
            String label, Instant placedAt, @Nullable String room) implements JarEvent {}

    record CoinsAdded(List<Money> coins, Gift gift) implements JarEvent {}

    record JarSealed(long coins) implements JarEvent {}

    sealed interface Gift {

        record Anonymous() implements Gift {}

        record From(String giver) implements Gift {}
    }
}
