package io.guanxi.analytics.picture.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.MbgNbd;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.Lived;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import io.guanxi.analytics.segment.domain.Comparison;
import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplainingAPictureTest {

    private static final LocalDate BEGINNING = LocalDate.parse("2024-01-01");
    private static final LocalDate DAY = LocalDate.parse("2024-03-08");

    private static final Lived LIFE = Lived.nothing()
            .order("2024-01-03", "60")
            .order("2024-01-17", "80.50")
            .order("2024-02-14", "99");

    private static final LifetimeModel MODEL = new LifetimeModel(
            4, BEGINNING, new MbgNbd(0.525, 6.183, 0.891, 1.614), new SpendModel(6.25, 3.74, 15.44), "CNY", 0.1);

    private static final PyramidRule RULE = new PyramidRule(
            2,
            BEGINNING,
            "CNY",
            new BigDecimal("300"),
            new BigDecimal("250"),
            new BigDecimal("0.1"),
            365,
            365,
            BigDecimal.ZERO,
            new BigDecimal("0.2"),
            "fixed");

    private static final Boundaries BOUNDARIES = new Boundaries(
            LocalDate.parse("2024-03-07"),
            100,
            "CNY",
            List.of(300L, 120L, 60L, 20L),
            List.of(1L, 2L, 3L, 7L),
            List.of(
                    BigDecimal.valueOf(50),
                    BigDecimal.valueOf(100),
                    BigDecimal.valueOf(200),
                    BigDecimal.valueOf(1500)));

    private static final SegmentDefinition QUIET = new SegmentDefinition(
            "quiet-spenders",
            3,
            BEGINNING,
            new All(List.of(
                    new Compare(Measure.RECENCY, Comparison.MORE_THAN, BigDecimal.valueOf(30)),
                    new Not(new OneOf(Measure.GRADE, new TreeSet<>(List.of("platinum", "gold")))))));

    private static final InForce WITHOUT_MODEL =
            new InForce(DAY, 7, BOUNDARIES, null, null, RULE, null, List.of(QUIET), Conversion.only("CNY"));

    private static final InForce WITH_MODEL =
            new InForce(DAY, 7, BOUNDARIES, MODEL, null, RULE, null, List.of(QUIET), Conversion.only("CNY"));

    private static PictureExplanation explain(Lived life, LocalDate day, InForce inForce) {
        return ExplainingAPicture.explain(
                life.history(), Standing.of(life.history(), day, always(inForce)), day, inForce.at(day));
    }

    private static InForceHistory always(InForce inForce) {
        return new InForceHistory() {
            @Override
            public InForce on(LocalDate day) {
                return inForce.at(day);
            }

            @Override
            public List<LocalDate> changes(LocalDate after, LocalDate until) {
                return List.of();
            }

            @Override
            public int generation() {
                return 0;
            }
        };
    }

    @Test
    void a_group_is_told_by_its_scores_and_what_a_usual_order_would_make_of_it() {
        Explanation group = explain(LIFE, DAY, WITHOUT_MODEL).group();
        assertThat(group.code()).isEqualTo("potential-champions");
        assertThat(group.names()).containsEntry("zh-CN", "重要发展客户");
        assertThat(group.sentences())
                .containsEntry(
                        "en",
                        "Potential champions: the scores are R 4, F 3 and M 4, of which 4 and 5 are high (boundaries version"
                                + " 7). An order of 79.83 CNY on 2024-03-09 would make it Champions.")
                .containsEntry(
                        "zh-CN",
                        "重要发展客户：R、F、M 得分为 4、3、4，4 分和 5 分为高（分界点第 7 版）。若 2024-03-09 有一笔 79.83 CNY 的订单，则成为重要价值客户。");
    }

    @Test
    void a_grade_is_told_with_its_thresholds_and_the_order_that_would_lift_it() {
        Explanation grade = explain(LIFE, DAY, WITHOUT_MODEL).grade();
        assertThat(grade.code()).isEqualTo("lead");
        assertThat(grade.facts())
                .contains(
                        new Fact("value", "239.50", "CNY"),
                        new Fact("value-at-least", "300.00", "CNY"),
                        new Fact("value-kept-from", "270.00", "CNY"),
                        new Fact("reason", "first-judged", ""),
                        new Fact("since", "2024-01-03", "day"),
                        new Fact("rule-version", "2", "version"));
        assertThat(grade.changes()).containsExactly(new Change(Change.ORDER, DAY.plusDays(1), "60.50", "CNY", "gold"));
        assertThat(grade.sentences())
                .containsEntry(
                        "en",
                        "Lead, by version 2 of the pyramid's rule. The value is low: net revenue of 365 days is 239.50 CNY,"
                                + " less than 300.00 CNY. The potential is low: 0.00 CNY are expected for the next 365 days,"
                                + " less than 250.00 CNY. There is no lifetime model, so that referrals alone are expected to"
                                + " bring anything. An order of 60.50 CNY on 2024-03-09 would make it Gold; a smaller one"
                                + " would not.")
                .containsEntry(
                        "zh-CN",
                        "铅质客户，依据客户金字塔规则第 2 版。当前价值低：365 天内净消费额为 239.50 CNY，未达到 300.00 CNY。潜在价值低：未来 365 天预期为 0.00 CNY，未达到 250.00"
                                + " CNY。尚无生命周期价值模型，因此只有推荐计入预期值。若 2024-03-09 有一笔 60.50 CNY 的订单，则成为黄金客户；金额更小则不会。");
    }

    @Test
    void the_order_that_is_said_to_lift_a_grade_does_and_a_smaller_one_does_not() {
        for (Change change : explain(LIFE, DAY, WITH_MODEL).grade().changes()) {
            if (change.amount() != null) {
                String less = new BigDecimal(change.amount())
                        .subtract(new BigDecimal("0.01"))
                        .toPlainString();
                String day = change.day().toString();
                assertThat(explain(LIFE.order(day, change.amount()), change.day(), WITH_MODEL)
                                .grade()
                                .code())
                        .isEqualTo(change.to());
                assertThat(explain(LIFE.order(day, less), change.day(), WITH_MODEL)
                                .grade()
                                .code())
                        .isNotEqualTo(change.to());
            }
        }
        assertThat(explain(LIFE, DAY, WITH_MODEL).grade().changes())
                .extracting(Change::cause)
                .contains(Change.ORDER);
    }

    @Test
    void the_day_on_which_a_grade_is_said_to_fall_is_the_day_on_which_it_falls() {
        Lived spending = LIFE.order("2024-03-06", "500");
        Explanation grade = explain(spending, DAY, WITHOUT_MODEL).grade();
        assertThat(grade.code()).isEqualTo("gold");
        Change falls = grade.changes().getFirst();
        assertThat(falls.cause()).isEqualTo(Change.NO_ORDER);
        assertThat(falls.to()).isEqualTo("lead");
        assertThat(explain(spending, falls.day(), WITHOUT_MODEL).grade().code()).isEqualTo("lead");
        assertThat(explain(spending, falls.day().minusDays(1), WITHOUT_MODEL)
                        .grade()
                        .code())
                .isEqualTo("gold");
    }

    @Test
    void a_lapse_is_announced_for_the_day_on_which_it_begins_if_no_order_comes() {
        Explanation lapse = explain(LIFE, DAY, WITH_MODEL).lapse();
        assertThat(lapse.code()).isEqualTo("active");
        LocalDate begins = lapse.changes().getFirst().day();
        Explanation then = explain(LIFE, begins, WITH_MODEL).lapse();
        assertThat(then.code()).isEqualTo("lapsed");
        assertThat(then.facts()).contains(new Fact("began", begins.toString(), "day"));
        assertThat(explain(LIFE, begins.minusDays(1), WITH_MODEL).lapse().code())
                .isEqualTo("active");
        assertThat(lapse.sentences().get("en"))
                .startsWith("Not lapsed. If no order comes, a lapse begins on " + begins
                        + ": the probability of still being a customer will be 19.")
                .endsWith("below 20.0 %. The last order was on 2024-02-14.");
        assertThat(then.sentences().get("en"))
                .startsWith("Lapsed since " + begins + ": the probability of still being a customer was 19.")
                .endsWith("An order ends it, whatever its amount.");
    }

    @Test
    void without_a_model_silence_is_announced_in_days() {
        assertThat(explain(LIFE, DAY, WITHOUT_MODEL).lapse().sentences())
                .containsEntry(
                        "en",
                        "Not lapsed. If no order comes, a lapse begins on 2024-05-20: more than 90 days after the last"
                                + " order on 2024-02-14.")
                .containsEntry("zh-CN", "未沉睡。若没有新订单，2024-05-20 起沉睡：距 2024-02-14 的最近一次订单超过 90 天。");
        assertThat(explain(LIFE, LocalDate.parse("2024-05-20"), WITHOUT_MODEL)
                        .lapse()
                        .code())
                .isEqualTo("lapsed");
    }

    @Test
    void a_risk_is_announced_to_rise_on_the_day_on_which_it_does() {
        Explanation risk = explain(LIFE, DAY, WITH_MODEL).risk();
        Change rises = risk.changes().getFirst();
        assertThat(rises.cause()).isEqualTo(Change.NO_ORDER);
        assertThat(explain(LIFE, rises.day(), WITH_MODEL).risk().code()).isEqualTo(rises.to());
        assertThat(explain(LIFE, rises.day().minusDays(1), WITH_MODEL).risk().code())
                .isEqualTo(risk.code());
        assertThat(risk.facts()).contains(new Fact("basis", "lifetime-model", ""), new Fact("silence", "23", "days"));
        assertThat(risk.sentences().get("en"))
                .startsWith("The risk is " + risk.code() + ": the customer has left with a probability of ")
                .contains("(version 4 of the lifetime model). The last order was on 2024-02-14, 23 days ago.");
    }

    @Test
    void a_segment_is_told_by_each_of_its_conditions_and_when_the_customer_comes_to_it() {
        Explanation segment = explain(LIFE, DAY, WITHOUT_MODEL).segments().get("quiet-spenders");
        assertThat(segment.code()).isEqualTo("out");
        assertThat(segment.changes())
                .containsExactly(new Change(Change.NO_ORDER, LocalDate.parse("2024-03-18"), null, null, "in"));
        assertThat(segment.sentences())
                .containsEntry(
                        "en",
                        "Not in the segment quiet-spenders (version 3 of its definition). The condition: (days since the last"
                                + " order > 30 is not true of 23 and not (grade one of gold, platinum is not true of lead))."
                                + " If no order comes, the customer comes to it on 2024-03-18.");
        Explanation later = explain(LIFE, LocalDate.parse("2024-03-18"), WITHOUT_MODEL)
                .segments()
                .get("quiet-spenders");
        assertThat(later.code()).isEqualTo("in");
        assertThat(later.changes())
                .contains(new Change(Change.ORDER, LocalDate.parse("2024-03-19"), "79.83", "CNY", "out"));
        assertThat(later.facts()).contains(new Fact("entered", "2024-03-18", "day"));
    }

    @Test
    void of_a_day_long_past_the_same_is_explained_as_on_that_day() {
        Lived later = LIFE.order("2024-06-01", "900").referral("2024-06-02");
        assertThat(explain(later, DAY, WITH_MODEL)).isEqualTo(explain(LIFE, DAY, WITH_MODEL));
        Standing muchLater = Standing.of(later.history(), LocalDate.parse("2025-01-01"), always(WITH_MODEL));
        assertThat(ExplainingAPicture.explain(later.history(), muchLater, DAY, WITH_MODEL))
                .isEqualTo(explain(LIFE, DAY, WITH_MODEL));
    }

    @Test
    void of_somebody_who_bought_nothing_there_is_nothing_to_explain_but_segments() {
        PictureExplanation nothing = explain(Lived.nothing(), DAY, WITH_MODEL);
        assertThat(nothing.group()).isNull();
        assertThat(nothing.grade()).isNull();
        assertThat(nothing.risk()).isNull();
        assertThat(nothing.lapse()).isNull();
        assertThat(nothing.segments().get("quiet-spenders").code()).isEqualTo("out");
    }

    @Test
    void every_language_says_everything() {
        assertThat(Phrases.in("zh-CN").names()).isEqualTo(Phrases.in("en").names());
    }
}
