package io.guanxi.loyalty.rehearsal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
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
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.rehearsal.domain.Comparison.Verdict;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Cost;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.Liability;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport.TierMove;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report with figures that anybody can check by hand. */
class TellingWhatADraftWouldHaveMeantTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Period PERIOD = new Period(MARCH, MAY);

    /** A point for 1 CNY; silver from 100 CNY. */
    private static final ProgrammeRules REAL = rules("1", "100");

    private static final RuleBook BOOK =
            new RuleBook(List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, REAL)));

    /** Half as many points; silver from 50 CNY. */
    private static final ProgrammeRules MEANER = rules("0.5", "50");

    private final Stage stage = Stage.of(PERIOD, BOOK, MEANER);
    private final Comparison thrifty = stage.compare("t/thrifty", thrifty());
    private final Comparison spender = stage.compare("t/spender", spender());

    /** Pays 60 CNY in March and keeps the points. */
    private static List<RecordedChange> thrifty() {
        var told = new Told("t/thrifty");
        told.paid("A-1", "60.00", "2026-03-10T08:00:00Z");
        return told.changes;
    }

    /** Pays 20 CNY in February, 100 CNY in March, and 80 points in April; 10 CNY of March come back in April. */
    private static List<RecordedChange> spender() {
        var told = new Told("t/spender");
        told.paid("B-1", "20.00", "2026-02-10T08:00:00Z");
        told.paid("B-2", "100.00", "2026-03-10T08:00:00Z");
        told.spends(80, "2026-04-02T08:00:00Z");
        told.returned("B-2", "10.00", "2026-04-20T08:00:00Z");
        return told.changes;
    }

    @Test
    void anAccountIsComparedPointByPoint() {
        assertThat(thrifty.now().purse("points").earned()).isEqualTo(60);
        assertThat(thrifty.then().purse("points").earned()).isEqualTo(30);
        assertThat(thrifty.gain()).isEqualTo(-30);
        assertThat(thrifty.tierChange()).isEqualTo(1);
        assertThat(thrifty.verdict()).isEqualTo(Verdict.MIXED);

        // 20 + 100 - 80 - 10 points; then 20 + 50 - 5, and 80 could not be spent.
        assertThat(spender.now().purse("points").available()).isEqualTo(30);
        assertThat(spender.now().purse("points").spent()).isEqualTo(80);
        assertThat(spender.then().purse("points").available()).isEqualTo(65);
        assertThat(spender.then().purse("points").spent()).isZero();
        assertThat(spender.gain()).isEqualTo(-45);
        assertThat(spender.verdict()).isEqualTo(Verdict.LOSES);
        assertThat(spender.then().refused())
                .extracting(RefusedInput::kind)
                .containsExactly(RefusedInput.Kind.REDEMPTION, RefusedInput.Kind.REDEMPTION_STEP);
    }

    @Test
    void theReportAddsThemUp() {
        RehearsalReport report = stage.report(RehearsalSums.EMPTY.plus(List.of(thrifty, spender)));

        assertThat(report.sameAsRecorded()).isFalse();
        assertThat(report.accounts()).isEqualTo(new RehearsalReport.Accounts(2, 2, 0, 1, 1, 1, 0));
        var points = report.purses().getFirst();
        assertThat(points.now()).isEqualTo(new PointFigures(160, 0, 80, 0, 10, 0, 0, 90, 0, 0));
        assertThat(points.then()).isEqualTo(new PointFigures(80, 0, 0, 0, 5, 0, 0, 95, 0, 0));
        assertThat(points.costNow()).isEqualTo(Money.of("1.50", "CNY"));
        assertThat(points.costThen()).isEqualTo(Money.of("0.75", "CNY"));
        assertThat(report.refused())
                .extracting(RehearsalReport.Refused::kind, RehearsalReport.Refused::points)
                .containsExactly(tuple("redemption", 80L), tuple("redemption-step", 0L));
        assertThat(report.limits()).contains("customers-behave-as-they-did");
    }

    @Test
    void whatIsOwedIsStatedAtTheEndOfEachMonth() {
        RehearsalReport report = stage.report(RehearsalSums.EMPTY.plus(List.of(thrifty, spender)));

        assertThat(report.liability())
                .containsExactly(
                        new Liability(
                                Instant.parse("2026-04-01T00:00:00Z"),
                                "points",
                                180,
                                100,
                                Money.of("1.80", "CNY"),
                                Money.of("1.00", "CNY")),
                        new Liability(MAY, "points", 90, 95, Money.of("0.90", "CNY"), Money.of("0.95", "CNY")));
    }

    @Test
    void tiersAreAMatrixAndCostsAreByTier() {
        RehearsalReport report = stage.report(RehearsalSums.EMPTY.plus(List.of(thrifty, spender)));

        assertThat(report.tiers())
                .containsExactlyInAnyOrder(new TierMove("basic", "silver", 1), new TierMove("silver", "silver", 1));
        assertThat(report.costByTier())
                .contains(new Cost("basic", 1, "points", 60, 30, Money.of("0.60", "CNY"), Money.of("0.30", "CNY")));
        assertThat(report.costByGrade()).extracting(Cost::accounts).containsExactly(2L);
    }

    @Test
    void theRealRulesRehearsedAreWhatHappened() {
        Stage control = Stage.of(PERIOD, BOOK, null);
        Comparison again = control.compare("t/spender", spender());

        assertThat(again.sameEntries()).isTrue();
        assertThat(again.differs()).isFalse();
        assertThat(again.verdict()).isEqualTo(Verdict.EVEN);
        assertThat(control.report(RehearsalSums.EMPTY.plus(List.of(again))).sameAsRecorded())
                .isTrue();
    }

    private static ProgrammeRules rules(String rate, String silver) {
        return new ProgrammeRules(
                ZoneOffset.UTC,
                List.of(new PurseRules(
                        "points",
                        true,
                        RoundingMode.DOWN,
                        MaturityRule.AT_ONCE,
                        ExpiryRule.NEVER,
                        EarningCaps.NONE,
                        Money.of("0.01", "CNY"))),
                List.of(new EarningTerm("base", "points", new BigDecimal(rate), Map.of(), 0, Conditions.NONE)),
                new ReversalRules(ReversalRules.Shortfall.DEBT),
                new TierRules(
                        TierRules.Measure.SPEND,
                        "CNY",
                        new TierRules.Window(TierRules.Window.Kind.ROLLING, 12, null),
                        TierRules.Upgrade.AT_ONCE,
                        TierRules.Downgrade.ONE_TIER,
                        0,
                        List.of(
                                new TierRules.Tier("basic", Map.of(), BigDecimal.ZERO),
                                new TierRules.Tier("silver", Map.of(), new BigDecimal(silver)))),
                List.of(),
                null,
                null,
                null,
                new HoldRules(Duration.ofMinutes(30)));
    }

    /** An account and what was recorded of it. */
    private static final class Told {

        private final String id;
        private final List<RecordedChange> changes = new ArrayList<>();
        private LoyaltyAccount account = LoyaltyAccount.unopened();

        Told(String id) {
            this.id = id;
        }

        void paid(String order, String amount, String when) {
            Instant at = Instant.parse(when);
            OrderFacts facts = OrderFacts.of(new OrderRef("shop", order), Money.of(amount, "CNY"), at);
            tell(new LoyaltyCommand.EarnForPayment(id, facts, new Stamp(order, at, at)), at);
        }

        void returned(String order, String amount, String when) {
            Instant at = Instant.parse(when);
            tell(
                    new LoyaltyCommand.ReverseForReturn(
                            id,
                            new OrderRef("shop", order),
                            "R-1",
                            Money.of(amount, "CNY"),
                            new Stamp("back-" + order, at, at)),
                    at);
        }

        void spends(long points, String when) {
            Instant at = Instant.parse(when);
            Instant soon = at.plusSeconds(60);
            tell(
                    new LoyaltyCommand.HoldPoints(
                            id, "H-1", "points", points, new OrderRef("shop", "N-1"), soon, new Stamp("hold", at, at)),
                    at);
            Instant then = at.plusSeconds(30);
            tell(new LoyaltyCommand.SpendHeld(id, "H-1", new Stamp("spend", then, then)), then);
        }

        private void tell(LoyaltyCommand command, Instant recorded) {
            Decision<LoyaltyEvent, LoyaltyRejection> decision = LoyaltyDecider.decide(account, command, BOOK);
            var accepted = (Decision.Accepted<LoyaltyEvent, LoyaltyRejection>) decision;
            for (LoyaltyEvent event : accepted.events()) {
                account = LoyaltyAccount.evolve(account, event);
                changes.add(new RecordedChange(event, recorded, recorded));
            }
        }
    }
}
