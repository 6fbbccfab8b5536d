package io.guanxi.loyalty.account.stored;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Lot.IdleExpiry;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What events are made of: each once with all that it can say, and once with what it must. */
final class Samples {

    static final Instant AT = Instant.parse("2026-03-01T09:30:00.123Z");
    static final Instant LATER = Instant.parse("2027-03-01T16:00:00Z");
    static final OrderRef ORDER = new OrderRef("web", "A-1");
    static final Money PAID = Money.of("99.90", "CNY");
    static final Earning EARNING = new Earning("entry-1", 99, 1, "event-1");
    static final AppliedRule RULE = new AppliedRule(1, new BigDecimal("1.0"), RoundingMode.HALF_UP);
    static final AppliedRule NO_RATE = new AppliedRule(1, null, RoundingMode.DOWN);
    static final RefundShare SHARE =
            new RefundShare(EARNING, PAID, Money.of("10.00", "CNY"), new BigDecimal("30.00"), 20, RoundingMode.DOWN);

    static final OrderFacts FACTS = new OrderFacts(
            ORDER,
            PAID,
            AT,
            List.of(
                    new OrderFacts.Goods("tea", "Longjing", new BigDecimal("90.00")),
                    new OrderFacts.Goods(null, null, new BigDecimal("9.90"))),
            "app",
            Set.of("birthday"),
            "acme/c-2",
            "5e884898da28047d");
    static final OrderFacts BARE_FACTS = OrderFacts.of(ORDER, PAID, AT);

    static final Lot LOT =
            new Lot("entry-1", "points", AT, LATER, 14, LATER, new IdleExpiry(12, ZoneId.of("Asia/Shanghai")));
    static final Lot BARE_LOT = new Lot("entry-1", "points", AT, null, null, null, null);
    static final List<TermShare> TERMS = List.of(
            new TermShare("base", new BigDecimal("99.90"), new BigDecimal("1.0"), 5, new BigDecimal("104.900")),
            new TermShare("welcome", new BigDecimal("99.90"), null, 100, new BigDecimal("100")));

    static final TierStanding STANDING = new TierStanding(
            "gold", "silver", "basic", AT, LATER, LATER, new TierStanding.Floor("gold", "complaint", "ann", LATER));
    static final TierStanding BARE_STANDING = new TierStanding("basic", "basic", "basic", AT, null, null, null);
    static final Count COUNT = new Count(new BigDecimal("312.00"), "CNY", AT, LATER);

    private Samples() {}

    static List<Finding> found(String policy, boolean applied) {
        return List.of(new Finding(policy, applied));
    }

    static List<Move> moves(Bucket from, Bucket to, long points) {
        return List.of(new Move("entry-1", from, to, points));
    }
}
