package io.guanxi.analytics.models.web;

import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of models and rules that a tenant has versions of, with what every version of a kind takes for granted. */
enum ModelKind {
    LIFETIME(
            "lifetime",
            "When customers buy, whether they still do, and what they spend",
            "客户何时购买、是否仍活跃以及消费多少",
            ModelBook::lifetimes,
            List.of(
                    new Said("Days with several orders count as one purchase.", "同一天的多笔订单计为一次购买。"),
                    new Said(
                            "While a customer is active, purchases come by chance at a rate of their own (Poisson); rates differ"
                                    + " between customers (gamma).",
                            "活跃期间，购买以客户各自的速率随机发生（泊松），速率在客户间服从伽马分布。"),
                    new Said(
                            "A customer leaves once, unseen and for good; how soon differs between customers.",
                            "客户的流失只发生一次、不可观测且不再返回；快慢因人而异。"),
                    new Said(
                            "What is spent on a purchase does not depend on how often somebody buys (gamma-gamma).",
                            "每次消费金额与购买频率无关（Gamma-Gamma）。")),
            List.of(
                    new Said(
                            "It knows nothing of seasons, prices, campaigns or of who a customer is.",
                            "模型不了解季节、价格、营销活动，也不了解客户本人。"),
                    new Said("It does not suit subscriptions, where leaving is seen.", "不适用于可直接观测流失的订阅业务。"),
                    new Said(
                            "Of customers with one purchase it knows the group more than the person.",
                            "对只购买过一次的客户，结果反映的更多是群体而非个人。"))),

    RISK(
            "risk",
            "How probably a customer buys nothing within the next days",
            "客户在未来若干天内不再购买的概率",
            ModelBook::risks,
            List.of(
                    new Said(
                            "What followed in the past from such behaviour follows from it in the future.",
                            "过去由同样行为得出的结果，在将来仍会出现。"),
                    new Said(
                            "Features are of the time before the day, outcomes of the time after it; calibration is learned on"
                                    + " a later month.",
                            "特征只取当日之前，结果只取当日之后；校准在更晚的月份上学习。"),
                    new Said("The logarithm of the odds is a weighted sum of the features.", "对数几率是各特征的加权和。")),
            List.of(
                    new Said(
                            "It tells of silence, not of its cause, and not whether a campaign would help.",
                            "它说明沉默的可能性，不说明原因，也不说明营销是否有效。"),
                    new Said(
                            "After a change of prices, goods or seasons it is wrong until it is learned again.",
                            "价格、商品或季节变化后，在重新学习之前结果会有偏差。"))),

    CLUSTERS(
            "clusters",
            "Groups of customers who buy alike",
            "购买行为相近的客户群",
            ModelBook::clusters,
            List.of(
                    new Said(
                            "Customers are compared by the logarithms of recency, frequency and net revenue, each in its"
                                    + " standard deviations.",
                            "按最近一次、频率、净消费额的对数比较，各以其标准差为单位。"),
                    new Said("Groups are round and have a centre (k-means).", "各群近似球形并有中心（k-means）。")),
            List.of(
                    new Said(
                            "Customers between two groups could be in either; a number means nothing beyond its version.",
                            "处于两群之间的客户归属并不确定；群编号在不同版本之间没有对应关系。"),
                    new Said(
                            "The number of groups is a choice that the silhouette supports, not a fact.",
                            "群的数量是由轮廓系数支持的选择，而非事实。"))),

    PYRAMID(
            "pyramid",
            "Who is platinum, gold, iron and lead",
            "客户金字塔：铂金、黄金、铁、铅",
            ModelBook::pyramids,
            List.of(
                    new Said(
                            "Value is net revenue of the window; potential is what is expected within the horizon, discounted,"
                                    + " and what referrals are worth.",
                            "价值是窗口期内的净消费额；潜力是期限内折现的预期消费额与推荐价值之和。"),
                    new Said(
                            "A side once reached is kept until well below the threshold, so that nobody swings from day to day.",
                            "已达到的一侧保持到明显低于阈值为止，避免逐日摇摆。")),
            List.of(
                    new Said("Costs are not known, so value is revenue and not profit.", "成本未知，因此价值是收入而非利润。"),
                    new Said("The potential is no better than the lifetime model of the day.", "潜力的质量取决于当日的生命周期模型。")));

    private final String word;
    private final Said purpose;
    private final Function<ModelBook, List<? extends Version>> versions;
    private final List<Said> assumptions;
    private final List<Said> limits;

    ModelKind(
            String word,
            String english,
            String chinese,
            Function<ModelBook, List<? extends Version>> versions,
            List<Said> assumptions,
            List<Said> limits) {
        this.word = word;
        this.purpose = new Said(english, chinese);
        this.versions = versions;
        this.assumptions = assumptions;
        this.limits = limits;
    }

    /** A sentence in both languages. */
    record Said(String en, String zh) {}

    static Optional<ModelKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    Said purpose() {
        return purpose;
    }

    List<Said> assumptions() {
        return assumptions;
    }

    List<Said> limits() {
        return limits;
    }

    /** The oldest first. */
    List<? extends Version> versions(ModelBook book) {
        return versions.apply(book);
    }
}
