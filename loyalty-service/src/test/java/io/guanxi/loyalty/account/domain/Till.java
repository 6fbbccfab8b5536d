package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer at a checkout, with a clock that only the test moves. A point for each yuan; points end a year after the day
 * on which they were earned; a basket keeps points for 15 minutes at most.
 */
public final class Till {

    public static final String ACCOUNT = "acme/8f7cf0ae-8f0d-5d5c-9e4b-0d6a3e5f1b11";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final List<LoyaltyEvent> events = new ArrayList<>();
    private RuleBook book;
    private LoyaltyAccount account = LoyaltyAccount.unopened();
    private Instant now = MORNING;
    private int asked;

    private Till(RuleBook book) {
        this.book = book;
    }

    public static Till newCustomer() {
        return new Till(bookOf(rules(ExpiryRule.rolling(12), MaturityRule.AT_ONCE, ReversalRules.Shortfall.DEBT)));
    }

    public static Till with(ProgrammeRules rules) {
        return new Till(bookOf(rules));
    }

    public static RuleBook bookOf(ProgrammeRules rules) {
        return new RuleBook(List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, rules)));
    }

    public static ProgrammeRules rules(ExpiryRule expiry, MaturityRule maturity, ReversalRules.Shortfall shortfall) {
        return new ProgrammeRules(
                ZONE,
                List.of(
                        new PurseRules("points", true, RoundingMode.DOWN, maturity, expiry, EarningCaps.NONE, null),
                        new PurseRules(
                                "status",
                                false,
                                RoundingMode.DOWN,
                                MaturityRule.AT_ONCE,
                                ExpiryRule.NEVER,
                                EarningCaps.NONE,
                                null)),
                List.of(term("base", "points"), term("progress", "status")),
                new ReversalRules(shortfall),
                new TierRules(
                        TierRules.Measure.POINTS,
                        "status",
                        new TierRules.Window(TierRules.Window.Kind.ROLLING, 12, null),
                        TierRules.Upgrade.AT_ONCE,
                        TierRules.Downgrade.ONE_TIER,
                        0,
                        List.of(tier("basic", "0"), tier("gold", "1000"))),
                List.of(voucher(), mug(null), goldMug()),
                null,
                null,
                null,
                new HoldRules(LONGEST));
    }

    public static RewardRules voucher() {
        return new RewardRules(
                "ten-off",
                Map.of(),
                "points",
                100,
                RewardRules.Kind.VOUCHER,
                Money.of("10.00", "CNY"),
                null,
                2,
                null,
                30);
    }

    public static RewardRules mug(@Nullable Long stock) {
        return new RewardRules("mug", Map.of(), "points", 80, RewardRules.Kind.GOODS, null, stock, null, null, 0);
    }

    private static RewardRules goldMug() {
        return new RewardRules("gold-mug", Map.of(), "points", 80, RewardRules.Kind.GOODS, null, null, null, "gold", 0);
    }

    private static EarningTerm term(String name, String purse) {
        return new EarningTerm(name, purse, BigDecimal.ONE, Map.of(), 0, Conditions.NONE);
    }

    private static TierRules.Tier tier(String code, String threshold) {
        return new TierRules.Tier(code, Map.of(), new BigDecimal(threshold));
    }

    public static OrderRef order(String orderId) {
        return new OrderRef("web", orderId);
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> take(LoyaltyCommand command) {
        var decision = LoyaltyDecider.decide(account, command, book);
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            events.addAll(accepted.events());
            for (LoyaltyEvent event : accepted.events()) {
                account = LoyaltyAccount.evolve(account, event);
            }
        }
        return decision;
    }

    /** What is due by the present happens, as it does when a sweep passes by. */
    public Till swept() {
        take(new LoyaltyCommand.AdvanceTime(ACCOUNT, stamp()));
        return this;
    }

    public Till paid(String order, long amount) {
        take(new LoyaltyCommand.EarnForPayment(
                ACCOUNT, OrderFacts.of(order(order), Money.of(Long.toString(amount), "CNY"), now), stamp()));
        return this;
    }

    public Till goodsReturned(String order, String returnId, long refund) {
        take(new LoyaltyCommand.ReverseForReturn(
                ACCOUNT, order(order), returnId, Money.of(Long.toString(refund), "CNY"), stamp()));
        return this;
    }

    public Till cancelled(String order) {
        take(new LoyaltyCommand.ReverseForCancellation(ACCOUNT, order(order), stamp()));
        return this;
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> hold(String holdId, String order, long points) {
        return hold(holdId, "points", order, points);
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> hold(String holdId, String purse, String order, long points) {
        return take(new LoyaltyCommand.HoldPoints(
                ACCOUNT, holdId, purse, points, order(order), now.plus(Duration.ofHours(1)), stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> holdFor(String reward, String holdId) {
        return take(new LoyaltyCommand.HoldForReward(ACCOUNT, holdId, reward, stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> spend(String holdId) {
        return take(new LoyaltyCommand.SpendHeld(ACCOUNT, holdId, stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> release(String holdId) {
        return take(new LoyaltyCommand.ReleaseHeld(ACCOUNT, holdId, false, stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> giveBack(String holdId, String returnId, @Nullable Long points) {
        return take(new LoyaltyCommand.ReturnSpent(ACCOUNT, holdId, returnId, points, stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> reserve(String voucher, String order) {
        return take(new LoyaltyCommand.ReserveVoucher(
                ACCOUNT, voucher, order(order), now.plus(Duration.ofHours(1)), stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> redeem(String voucher, String order) {
        return take(new LoyaltyCommand.RedeemVoucher(ACCOUNT, voucher, order(order), stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> letGo(String voucher) {
        return take(new LoyaltyCommand.ReleaseVoucher(ACCOUNT, voucher, stamp()));
    }

    public Decision<LoyaltyEvent, LoyaltyRejection> letGo(String voucher, String order) {
        return take(new LoyaltyCommand.ReleaseVoucher(ACCOUNT, voucher, order(order), stamp()));
    }

    public Quote quote(String order, long amount) {
        return Quote.of(account, OrderFacts.of(order(order), Money.of(Long.toString(amount), "CNY"), now), book);
    }

    public Till later(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Till on(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    /** From now on other rules hold. */
    public Till announcing(ProgrammeRules rules) {
        book = book.with(new PublishedRules(book.versions().size() + 1, now, null, now, null, rules));
        return this;
    }

    public ProgrammeRules rules() {
        return book.inForce(now, now).rules();
    }

    public Instant now() {
        return now;
    }

    public LoyaltyAccount account() {
        return account;
    }

    public PurseStanding points() {
        return account.purse("points");
    }

    public Voucher soleVoucher() {
        return account.vouchers().values().iterator().next();
    }

    public List<LoyaltyEvent> events() {
        return List.copyOf(events);
    }

    public <E extends LoyaltyEvent> E last(Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    public static List<? extends LoyaltyEvent> eventsOf(Decision<LoyaltyEvent, LoyaltyRejection> decision) {
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            return accepted.events();
        }
        throw new AssertionError("expected events, found " + decision);
    }

    public static LoyaltyRejection refusalOf(Decision<LoyaltyEvent, LoyaltyRejection> decision) {
        if (decision instanceof Decision.Refused<LoyaltyEvent, LoyaltyRejection> refused) {
            return refused.reason();
        }
        throw new AssertionError("expected a refusal, found " + decision);
    }

    private Stamp stamp() {
        return new Stamp("request-" + ++asked, now, now);
    }
}
