package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.basket.domain.BasketMining;
import io.guanxi.analytics.basket.domain.BasketParameters;
import io.guanxi.analytics.basket.domain.BasketResult;
import io.guanxi.analytics.basket.domain.BasketRule;
import io.guanxi.analytics.basket.domain.Baskets;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds what is bought together. */
final class MiningBaskets implements Analysis {

    private final Population population;
    private final RunSettings settings;

    MiningBaskets(Population population, RunSettings settings) {
        this.population = population;
        this.settings = settings;
    }

    /**
     * @param supportUsed baskets that goods must be in together; above that asked for where there would be too many
     * @param share of all orders that were looked at
     * @param leftOut orders of more than {@value OrderContent#MOST_ARTICLES} articles
     * @param complete whether these are all rules of that support
     */
    record Found(
            LocalDate asOf,
            long baskets,
            double share,
            long leftOut,
            long supportAsked,
            long supportUsed,
            boolean complete,
            List<Rule> rules) {}

    /** Who buys the antecedent buys the consequent as well, so often. */
    record Rule(
            List<String> antecedent, String consequent, long together, double support, double confidence, double lift) {

        static Rule of(BasketRule rule) {
            return new Rule(
                    rule.antecedent(),
                    rule.consequent(),
                    rule.together(),
                    rule.support(),
                    rule.confidence(),
                    rule.lift());
        }
    }

    @Override
    public RunKind kind() {
        return RunKind.BASKETS;
    }

    @Override
    public int stages() {
        return 1;
    }

    @Override
    public Stage stage(Turn turn) {
        Baskets baskets = new Baskets(parameters(turn.parameters()));
        Optional<LocalDate> from = turn.parameters().dayIfAny("from");
        population.orders(turn.tenant(), (customer, order) -> add(baskets, customer, order, from, turn.asOf()));
        return switch (BasketMining.of(baskets)) {
            case BasketResult.Mined mined -> kept(turn, mined);
            case BasketResult.NotMined not ->
                new Stage.Refused(not.code(), Shortage.of(not.detail(), not.actual(), not.required()));
        };
    }

    private static void add(
            Baskets baskets, String customer, OrderRecord order, Optional<LocalDate> from, LocalDate asOf) {
        OrderContent content = order.soldAsOf(asOf);
        if (content == null || content.articles().isEmpty()) {
            return;
        }
        LocalDate begun = Measures.day(order.news().first().happened());
        if (from.isEmpty() || !begun.isBefore(from.get())) {
            baskets.add(customer + "/" + order.news().first().happened(), content.articles());
        }
    }

    private BasketParameters parameters(RunParameters parameters) {
        BasketParameters usual = BasketParameters.USUAL;
        return new BasketParameters(
                parameters.decimal("leastSupport"),
                parameters.whole("leastBaskets"),
                parameters.decimal("leastConfidence"),
                usual.lift(),
                usual.setSize(),
                usual.mostItems(),
                usual.mostSets(),
                parameters.whole("most"),
                settings.mostRows(),
                OrderContent.MOST_ARTICLES);
    }

    private static Stage kept(Turn turn, BasketResult.Mined mined) {
        turn.keeping()
                .result(new Found(
                        turn.asOf(),
                        mined.baskets(),
                        mined.share(),
                        mined.leftOut(),
                        mined.supportAsked(),
                        mined.supportUsed(),
                        !mined.capped(),
                        mined.rules().stream().map(Rule::of).toList()));
        return new Summary()
                .with("baskets", mined.baskets())
                .with("rules", mined.rules().size())
                .with("rulesFound", mined.rulesFound())
                .finished();
    }
}
