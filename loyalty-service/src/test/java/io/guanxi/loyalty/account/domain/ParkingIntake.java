package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.kernel.Decision.Refused;
import io.guanxi.kernel.Reason.Kind;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delivers commands as the intake does: what is too early waits by order and is tried again after each other event of it. */
final class ParkingIntake {

    private final LedgerFixture ledger;
    private final Map<OrderRef, List<OrderNews>> parked = new LinkedHashMap<>();

    ParkingIntake(LedgerFixture ledger) {
        this.ledger = ledger;
    }

    void deliver(OrderNews command) {
        if (!applied(command)) {
            parked.computeIfAbsent(command.order(), order -> new ArrayList<>()).add(command);
            return;
        }
        List<OrderNews> waiting = parked.remove(command.order());
        if (waiting != null) {
            waiting.forEach(this::deliver);
        }
    }

    private boolean applied(OrderNews command) {
        return switch (ledger.take(command)) {
            case Refused<LoyaltyEvent, LoyaltyRejection> refused -> {
                if (refused.reason().kind() != Kind.TOO_EARLY) {
                    throw new AssertionError(
                            "unexpected refusal: " + refused.reason().message());
                }
                yield false;
            }
            case Accepted<LoyaltyEvent, LoyaltyRejection> accepted -> true;
        };
    }

    Map<OrderRef, List<OrderNews>> parked() {
        return parked;
    }
}
