package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.EarningPolicy.*;

import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order earns in one purse: the terms that apply are added up exactly, rounded once, and capped.
 *
 * @param rule the part of the rules that decided
 * @param points whole points, zero or more, not yet checked against the largest balance
 */
public record EarningCalculation(AppliedRule rule, BigDecimal points, List<TermShare> terms, List<Finding> findings) {

    /**
     * What an order is judged by besides itself.
     *
     * @param tier at the time of the payment; absent if the account has none
     * @param firstOrder whether no other order of the customer is paid and not cancelled
     * @param earnedThisDay what the other orders of the same day give, in this purse
     * @param earnedThisMonth the same for the calendar month
     */
    public record Circumstances(
            boolean cancelled,
            @Nullable String tier,
            @Nullable String grade,
            boolean firstOrder,
            long earnedThisDay,
            long earnedThisMonth) {}

    static EarningCalculation of(
            OrderFacts order, PublishedRules published, PurseRules purse, Circumstances circumstances) {
        var calculation = new Steps(order, published.rules(), purse, circumstances);
        return calculation.result(published.version());
    }

    /** The state of one calculation. */
    private static final class Steps {

        private final OrderFacts order;
        private final ProgrammeRules rules;
        private final PurseRules purse;
        private final Circumstances circumstances;
        private final List<Finding> findings = new ArrayList<>();

        Steps(OrderFacts order, ProgrammeRules rules, PurseRules purse, Circumstances circumstances) {
            this.order = order;
            this.rules = rules;
            this.purse = purse;
            this.circumstances = circumstances;
        }

        EarningCalculation result(int version) {
            List<EarningTerm> offered = rules.earning().stream()
                    .filter(term -> term.purse().equals(purse.code()))
                    .filter(term -> term.rateIn(order.paid().currency()) != null || term.fixed() > 0)
                    .toList();
            List<TermShare> shares = circumstances.cancelled() ? List.of() : shares(offered);
            var rule = new AppliedRule(version, soleRate(offered, shares), purse.rounding());
            if (stops(A_CANCELLED_ORDER_EARNS_NOTHING, circumstances.cancelled())
                    || stops(A_CURRENCY_WITHOUT_A_RATE_EARNS_NOTHING, offered.isEmpty())
                    || stops(AN_ORDER_THAT_MEETS_NO_CONDITION_EARNS_NOTHING, shares.isEmpty())) {
                return new EarningCalculation(rule, BigDecimal.ZERO, List.of(), findings);
            }
            findings.add(AN_AMOUNT_EARNS_ITS_RATE_ROUNDED.found(true));
            BigDecimal points = shares.stream()
                    .map(TermShare::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(0, purse.rounding());
            return new EarningCalculation(rule, capped(points), shares, findings);
        }

        private boolean stops(EarningPolicy policy, boolean applies) {
            findings.add(policy.found(applies));
            return applies;
        }

        private List<TermShare> shares(List<EarningTerm> offered) {
            var shares = new ArrayList<TermShare>();
            for (EarningTerm term : offered) {
                BigDecimal amount = amountFor(term.when());
                if (amount != null) {
                    BigDecimal rate = term.rateIn(order.paid().currency());
                    BigDecimal proportional = rate == null ? BigDecimal.ZERO : amount.multiply(rate);
                    shares.add(new TermShare(
                            term.name(),
                            amount,
                            rate,
                            term.fixed(),
                            proportional.add(BigDecimal.valueOf(term.fixed()))));
                }
            }
            return shares;
        }

        /** The one rate of the whole order, if its points have no other source: so a single number explains them. */
        private @Nullable BigDecimal soleRate(List<EarningTerm> offered, List<TermShare> shares) {
            if (shares.size() == 1) {
                TermShare share = shares.getFirst();
                boolean whole = share.fixed() == 0
                        && share.amount().compareTo(order.paid().amount()) == 0;
                return whole ? share.rate() : null;
            }
            return shares.isEmpty() && offered.size() == 1
                    ? offered.getFirst().rateIn(order.paid().currency())
                    : null;
        }

        /** What earns under these conditions; null if they are not fulfilled. */
        private @Nullable BigDecimal amountFor(Conditions when) {
            return holds(when) ? amountOfChosenLines(when) : null;
        }

        private boolean holds(Conditions when) {
            LocalDate day = order.paidAt().atZone(rules.zone()).toLocalDate();
            BigDecimal least = when.minimum().get(order.paid().currency());
            return asked(when.channels(), order.channel())
                    && asked(when.tiers(), circumstances.tier())
                    && asked(when.grades(), circumstances.grade())
                    && (when.occasions().isEmpty() || when.occasions().stream().anyMatch(order.occasions()::contains))
                    && (!when.firstOrder() || circumstances.firstOrder())
                    && (when.from() == null || !day.isBefore(when.from()))
                    && (when.until() == null || !day.isAfter(when.until()))
                    && (least == null || order.paid().amount().compareTo(least) >= 0);
        }

        private static boolean asked(Set<String> wanted, @Nullable String found) {
            return wanted.isEmpty() || (found != null && wanted.contains(found));
        }

        /** Lines are priced before what was taken off the whole order, so together they earn for no more than was paid. */
        private @Nullable BigDecimal amountOfChosenLines(Conditions when) {
            BigDecimal paid = order.paid().amount();
            if (!when.chooseLines()) {
                return paid;
            }
            BigDecimal chosen = order.goods().stream()
                    .filter(goods -> asked(when.categories(), goods.category()) && asked(when.brands(), goods.brand()))
                    .map(OrderFacts.Goods::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .min(paid);
            return chosen.signum() == 0 ? null : chosen;
        }

        private BigDecimal capped(BigDecimal points) {
            BigDecimal left = cap(points, purse.caps().perOrder(), 0, AN_ORDER_EARNS_NO_MORE_THAN_ITS_CAP);
            left = cap(left, purse.caps().perDay(), circumstances.earnedThisDay(), A_DAY_EARNS_NO_MORE_THAN_ITS_CAP);
            return cap(
                    left, purse.caps().perMonth(), circumstances.earnedThisMonth(), A_MONTH_EARNS_NO_MORE_THAN_ITS_CAP);
        }

        private BigDecimal cap(BigDecimal points, @Nullable Long most, long had, EarningPolicy policy) {
            if (most == null) {
                return points;
            }
            BigDecimal room = BigDecimal.valueOf(Math.max(0, most - had));
            findings.add(policy.found(points.compareTo(room) > 0));
            return points.min(room);
        }
    }
}
