package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.explain.ExplainingATier;
import io.guanxi.loyalty.account.explain.TierExplanation.Decided;
import io.guanxi.loyalty.account.history.RecordedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an account's tier.
 *
 * @param tier what counted since
 * @param earned what was earned by orders alone
 * @param review when it would be reviewed next
 * @param grace until when a tier was kept that was not earned any more
 * @param decided what was counted and why it came so
 */
record TierChangeResponse(
        String tier,
        String earned,
        @Nullable Instant review,
        @Nullable Instant grace,
        Decided decided) {

    static List<TierChangeResponse> newestFirst(List<RecordedLine> lines) {
        return lines.reversed().stream()
                .map(RecordedLine::event)
                .filter(TierEvent.class::isInstance)
                .map(event -> of((TierEvent) event))
                .toList();
    }

    private static TierChangeResponse of(TierEvent event) {
        return new TierChangeResponse(
                event.standing().tier(),
                event.standing().earned(),
                event.standing().review(),
                event.standing().grace(),
                ExplainingATier.decided(event));
    }
}
