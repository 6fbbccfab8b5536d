package io.guanxi.loyalty.measure.explain;

import static io.guanxi.loyalty.measure.domain.Orders.NOW;
import static io.guanxi.loyalty.measure.domain.Orders.boughtDaysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.CustomerMeasures;
import io.guanxi.loyalty.measure.domain.JudgingTypes;
import io.guanxi.loyalty.measure.domain.LoyaltyRule;
import io.guanxi.loyalty.measure.domain.Purchase;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.loyalty.measure.domain.TenantMeasures;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SayingWhyTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Classification classified(@Nullable Integer satisfaction, int... daysAgo) {
        return Classification.of(
                measured(daysAgo), TenantMeasures.of(List.of()), satisfaction, NOW, LoyaltyRule.PRESENT);
    }

    private static CustomerMeasures measured(int... daysAgo) {
        return CustomerMeasures.of(boughtDaysAgo(daysAgo), NOW, LoyaltyRule.PRESENT);
    }

    @Test
    void aClassIsSaidWithItsNumbersInBothLanguages() {
        var why = ExplainingLoyalty.why(classified(5, 100, 10));
        assertThat(why.get("en"))
                .isEqualTo(
                        "Loyalty: true. High behaviour: 2 orders in the last 365 days, and 2 (the least that is asked for,"
                                + " as there are few buyers) are high. High attitude: satisfaction 5 of 5.");
        assertThat(why.get("zh-CN")).isEqualTo("忠诚类别：真实忠诚。行为忠诚高：近365天有 2 个订单，达到 2 个（买家较少，按最低要求）即为高。态度忠诚高：满意度 5（满分 5）。");
    }

    @Test
    void ordersThatAreOnlyCountedMayBeRecentTooAndTheSentenceSaysSo() {
        int[] eachDay = IntStream.rangeClosed(1, 70).map(i -> 71 - i).toArray();
        assertThat(ExplainingLoyalty.why(classified(5, eachDay)).get("en"))
                .contains("High behaviour: at least 60 orders in the last 365 days, and 2");
        assertThat(ExplainingLoyalty.why(classified(5, eachDay)).get("zh-CN")).contains("近365天至少有 60 个订单");
        int[] eachWeek = IntStream.rangeClosed(1, 70).map(i -> 7 * (71 - i)).toArray();
        assertThat(ExplainingLoyalty.why(classified(5, eachWeek)).get("en"))
                .contains("High behaviour: 52 orders in the last 365 days");
    }

    @Test
    void whatWouldChangeItIsSaidWithDaysOfTheProgrammesZone() {
        var change = ExplainingLoyalty.change(classified(null, 100, 10), SHANGHAI);
        assertThat(change.get("en"))
                .isEqualTo(
                        "Without another order the behaviour is low from 2027-08-14 on. An answer about satisfaction would"
                                + " tell which of the classes it is.");
        assertThat(change.get("zh-CN")).isEqualTo("若不再下单，自 2027-08-14 起行为忠诚变为低。有了满意度回答，就能确定是哪一类。");
        assertThat(ExplainingLoyalty.change(classified(1, 200), SHANGHAI).get("en"))
                .isEqualTo("1 more order would make the behaviour high.");
        assertThat(ExplainingLoyalty.change(classified(1, 10), SHANGHAI).get("en"))
                .isEqualTo("1 more order would make the behaviour high. Otherwise it is low from 2027-02-10 on.");
    }

    @Test
    void aTypeIsSaidWithWhatWasAskedForAndWhatIsNotSeen() {
        List<String> english = JudgingTypes.of(measured(120, 90, 60, 30), LoyaltyRule.PRESENT).stream()
                .map(judgement -> ExplainingLoyalty.why(judgement).get("en"))
                .toList();
        assertThat(english)
                .containsExactly(
                        "Loyalty to incentives: it does not look like it. Orders with points, a voucher or a campaign: 0% (asked"
                                + " for: at least 60%; not met).",
                        "Loyalty to prices: it does not look like it. Orders in a campaign: 0% (asked for: at least 60%; not"
                                + " met). Orders do not say the usual prices, so buying only what is cheap is not seen.",
                        "Loyalty of habit: it looks like it. Variation of the time between orders: 0.00 (asked for: at most 0.50;"
                                + " met). Orders of a known channel: 100% (asked for: at least 60%; met). Different channels: 1"
                                + " (asked for: at most 1; met). Orders with points, a voucher or a campaign: 0% (asked for: at"
                                + " most 20%; met). Whether there is another shop to go to is not seen.",
                        "Loyalty for want of another shop: it cannot be seen. One shop's orders do not show whether there is"
                                + " another one to go to.");
        assertThat(ExplainingLoyalty.why(JudgingTypes.of(measured(30), LoyaltyRule.PRESENT)
                                .getFirst())
                        .get("zh-CN"))
                .isEqualTo("激励忠诚：数据太少。近365天订单数 1（要求至少 3，不满足）。");
    }

    @Test
    void aShareIsSaidSoExactlyThatItIsSeenOnWhichSideItIs() {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int day = 1; day <= 42; day++) {
            history = history.paid("o-" + day, daysAgo(day), "web");
            history = day <= 25 ? history.withMore("o-" + day, Purchase::withPoints) : history;
        }
        var judgement = JudgingTypes.of(CustomerMeasures.of(history, NOW, LoyaltyRule.PRESENT), LoyaltyRule.PRESENT)
                .getFirst();
        assertThat(ExplainingLoyalty.why(judgement).get("en"))
                .contains("a campaign: 59.5% (asked for: at least 60%; not met)");
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknown() {
        assertThat(ExplainingLoyalty.priceTolerance().get("en")).startsWith("Not known");
        assertThat(ExplainingLoyalty.complaintTolerance().get("zh-CN")).startsWith("未知");
    }
}
