package io.guanxi.loyalty.measure.explain;

import io.guanxi.loyalty.measure.domain.Attitude;
import io.guanxi.loyalty.measure.domain.Behaviour;
import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.Judgement;
import io.guanxi.loyalty.measure.domain.Judgement.Comparison;
import io.guanxi.loyalty.measure.domain.Judgement.Criterion;
import io.guanxi.loyalty.measure.domain.Judgement.NotSeen;
import io.guanxi.loyalty.measure.domain.LoyaltyClass;
import io.guanxi.loyalty.measure.domain.LoyaltyType;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.stream.Collectors;

final class ChineseWords implements Words {

    @Override
    public String why(Classification c) {
        String classes = c.possible().stream().map(ChineseWords::name).collect(Collectors.joining("或"));
        String orders = "近365天" + (c.more() ? "至少" : "") + "有 " + c.orders() + " 个订单";
        String measure = c.byMedian() ? "全体买家的中位数" : "买家较少，按最低要求";
        String behaviour = switch (c.behaviour()) {
            case HIGH -> "行为忠诚高：" + orders + "，达到 " + c.asked() + " 个（" + measure + "）即为高。";
            case LOW -> "行为忠诚低：" + orders + "，达到 " + c.asked() + " 个（" + measure + "）才为高。";
            case TOO_EARLY -> "行为尚难判断：" + orders + "，其他客户再次购买需要更长时间。";
        };
        String attitude = switch (c.attitude()) {
            case HIGH -> "态度忠诚高：满意度 " + c.satisfaction() + "（满分 5）。";
            case LOW -> "态度忠诚低：满意度 " + c.satisfaction() + "（满分 5）。";
            case UNKNOWN -> "态度未知：没有满意度数据。";
        };
        return "忠诚类别：" + classes + "。" + behaviour + attitude;
    }

    private static String name(LoyaltyClass loyalty) {
        return switch (loyalty) {
            case TRUE -> "真实忠诚";
            case LATENT -> "潜在忠诚";
            case SPURIOUS -> "虚假忠诚";
            case NONE -> "不忠诚";
        };
    }

    @Override
    public String change(Classification c, ZoneId zone) {
        String orders = c.behaviour() == Behaviour.HIGH && c.highUntil() != null
                ? "若不再下单，自 " + Words.day(c.highUntil(), zone) + " 起行为忠诚变为低。"
                : "再下 " + c.missing() + " 单，行为忠诚即为高。";
        String early = c.judgedFrom() == null ? "" : "否则自 " + Words.day(c.judgedFrom(), zone) + " 起为低。";
        String attitude = c.attitude() == Attitude.UNKNOWN ? "有了满意度回答，就能确定是哪一类。" : "";
        return orders + early + attitude;
    }

    @Override
    public String why(Judgement judgement) {
        String type = switch (judgement.type()) {
            case INCENTIVE -> "激励忠诚";
            case PRICE -> "价格忠诚";
            case INERTIA -> "惰性忠诚";
            case MONOPOLY -> "垄断忠诚";
        };
        String verdict = switch (judgement.verdict()) {
            case YES -> "：符合。";
            case NO -> "：不符合。";
            case TOO_LITTLE_DATA -> "：数据太少。";
            case CANNOT_BE_SEEN -> "：无法看出。";
        };
        String criteria =
                judgement.criteria().stream().map(ChineseWords::sentence).collect(Collectors.joining());
        String notSeen = judgement.notSeen().stream()
                .map(what -> sentence(what, judgement.type()))
                .collect(Collectors.joining());
        return type + verdict + criteria + notSeen;
    }

    private static String sentence(Criterion criterion) {
        String what = switch (criterion.measure()) {
            case ORDERS -> "近365天订单数";
            case SHARE_WITH_INCENTIVE -> "使用积分、券或参加活动的订单占比";
            case SHARE_IN_CAMPAIGN -> "参加活动的订单占比";
            case CHANNELS -> "不同渠道数";
            case SHARE_WITH_KNOWN_CHANNEL -> "渠道已知的订单占比";
            case INTERVAL_VARIATION -> "下单间隔的变异系数";
        };
        String bound =
                (criterion.comparison() == Comparison.AT_LEAST ? "至少 " : "至多 ") + value(criterion, criterion.bound());
        BigDecimal value = criterion.shown();
        return what + " " + (value == null ? "未知" : value(criterion, value)) + "（要求" + bound + "，"
                + (criterion.met() ? "满足" : "不满足") + "）。";
    }

    private static String value(Criterion criterion, BigDecimal value) {
        return switch (criterion.measure()) {
            case ORDERS, CHANNELS, INTERVAL_VARIATION -> value.toPlainString();
            case SHARE_WITH_INCENTIVE, SHARE_IN_CAMPAIGN, SHARE_WITH_KNOWN_CHANNEL -> Words.percent(value);
        };
    }

    private static String sentence(NotSeen what, LoyaltyType type) {
        return switch (what) {
            case USUAL_PRICES -> "订单中没有平时价格，因此看不出是否只买便宜货。";
            case OTHER_SHOPS -> type == LoyaltyType.MONOPOLY ? "仅凭一家店的订单看不出客户是否别无选择。" : "看不出客户是否有其他店可去。";
        };
    }

    @Override
    public String priceTolerance() {
        return "未知：订单只有实付金额，没有平时价格和折扣。";
    }

    @Override
    public String complaintTolerance() {
        return "未知：投诉没有报告给忠诚计划。";
    }
}
