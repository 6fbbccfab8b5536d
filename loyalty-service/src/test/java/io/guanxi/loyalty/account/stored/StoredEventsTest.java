package io.guanxi.loyalty.account.stored;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.test.EventJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredEventsTest {

    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();

    private static final OrderRef ORDER = new OrderRef("web", "A-1");
    private static final Money PAID = Money.of("99.90", "CNY");
    private static final Earning EARNING = new Earning("entry-1", 99, 1, "event-1");
    private static final AppliedRule RULE = new AppliedRule(1, new BigDecimal("1.0"), RoundingMode.HALF_UP);
    private static final AppliedRule NO_RATE = new AppliedRule(1, null, RoundingMode.DOWN);
    private static final RefundShare SHARE =
            new RefundShare(EARNING, PAID, Money.of("10.00", "CNY"), new BigDecimal("30.00"), 20, RoundingMode.DOWN);

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        return EventJson.of(
                        LoyaltyEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(
                        new AccountOpened("acme/c-1", ORDER, "event-1"),
                        new AccountOpened("acme/c-1", ORDER, "event-1"))
                .sample(
                        new PointsEarned("entry-1", ORDER, PAID, RULE, found("an-amount", true), 99, 99, "event-1"),
                        new PointsEarned("entry-1", ORDER, PAID, RULE, List.of(), 99, 99, "event-1"))
                .sample(
                        new NothingEarned("entry-1", ORDER, PAID, RULE, found("a-cancelled", true), 0, "event-1"),
                        new NothingEarned("entry-1", ORDER, PAID, NO_RATE, List.of(), 0, "event-1"))
                .sample(
                        new PointsReversedByReturn(
                                "entry-3", ORDER, "R-1", SHARE, found("the-share", true), 9, 70, "event-3"),
                        new PointsReversedByReturn("entry-3", ORDER, "R-1", SHARE, List.of(), 9, 70, "event-3"))
                .sample(
                        new RefundCarriedForward("entry-3", ORDER, "R-1", SHARE, found("less", true), 79, "event-3"),
                        new RefundCarriedForward("entry-3", ORDER, "R-1", SHARE, List.of(), 79, "event-3"))
                .sample(
                        new PointsReversedByCancellation(
                                "entry-4", ORDER, EARNING, 20, found("cancelled", false), 79, 0, "event-4"),
                        new PointsReversedByCancellation("entry-4", ORDER, EARNING, 20, List.of(), 79, 0, "event-4"))
                .sample(
                        new CancellationNoted("entry-5", ORDER, found("later", true), 0, "event-5"),
                        new CancellationNoted("entry-5", ORDER, List.of(), 0, "event-5"))
                .tests();
    }

    private static List<Finding> found(String policy, boolean applied) {
        return List.of(new Finding(policy, applied));
    }
}
