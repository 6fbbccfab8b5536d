package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.Lifetime;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.picture.domain.Worth;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why a customer has a grade, when it would fall, and which order would lift it. */
final class ExplainingAGrade {

    private ExplainingAGrade() {}

    static @Nullable Explanation explain(Subject subject) {
        CustomerPicture picture = subject.picture();
        Grade grade = picture.grade();
        Worth worth = picture.worth();
        PyramidRule rule = subject.inForce().judging();
        if (grade == null || worth == null || rule == null) {
            return null;
        }
        List<Change> changes = new ArrayList<>();
        subject.outlook()
                .nextGrade()
                .map(next -> new Change(
                        Change.NO_ORDER, next.day(), null, null, next.to().code()))
                .ifPresent(changes::add);
        if (!grade.highValue()) {
            order(subject, Grade::highValue).ifPresent(changes::add);
        }
        if (!grade.highPotential()) {
            order(subject, Grade::highPotential).ifPresent(changes::add);
        }
        return new Explanation(
                grade.code(),
                Language.names(grade.english(), grade.chinese()),
                facts(subject, rule, worth),
                changes,
                Language.inEach(language -> sentences(language, subject, grade, rule, worth, changes)));
    }

    /** The smallest order on the next day that lifts one side. */
    private static Optional<Change> order(Subject subject, Predicate<Grade> side) {
        return subject.outlook()
                .smallestOrder(picture -> picture.grade() != null && side.test(picture.grade()))
                .flatMap(amount -> subject.outlook()
                        .afterOrder(amount)
                        .map(CustomerPicture::grade)
                        .map(to -> new Change(
                                Change.ORDER,
                                subject.outlook().nextDay(),
                                amount.toPlainString(),
                                subject.currency(),
                                to.code())));
    }

    private static List<Fact> facts(Subject subject, PyramidRule rule, Worth worth) {
        String currency = rule.currency();
        GradeChange since = subject.standing().grades().getLast();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("value", Numbers.money(worth.value()), currency),
                new Fact("value-at-least", Numbers.money(rule.valueAtLeast()), currency),
                new Fact("value-kept-from", Numbers.money(rule.valueKeptFrom()), currency),
                new Fact("potential", Numbers.money(worth.potential()), currency),
                new Fact("potential-at-least", Numbers.money(rule.potentialAtLeast()), currency),
                new Fact("potential-kept-from", Numbers.money(rule.potentialKeptFrom()), currency),
                new Fact("referrals", Long.toString(worth.referrals()), ""),
                new Fact("referral-value", Numbers.money(worth.referralValue()), currency),
                new Fact("window", Integer.toString(rule.windowDays()), "days"),
                new Fact("horizon", Integer.toString(rule.horizonDays()), "days"),
                new Fact("since", since.day().toString(), "day")));
        since.reasons().forEach(reason -> facts.add(new Fact("reason", reason, "")));
        Lifetime lifetime = subject.picture().lifetime();
        if (lifetime != null) {
            facts.add(new Fact("p-alive", Numbers.share(lifetime.pAlive()), "share"));
            facts.add(new Fact("expected-orders", Numbers.decimal(lifetime.expectedOrders()), "orders"));
            facts.add(new Fact("model-version", Integer.toString(lifetime.modelVersion()), "version"));
        }
        facts.add(new Fact("rule-version", Integer.toString(rule.version()), "version"));
        return facts;
    }

    private static String sentences(
            Language language, Subject subject, Grade grade, PyramidRule rule, Worth worth, List<Change> changes) {
        List<String> sentences = new ArrayList<>();
        Lifetime lifetime = subject.picture().lifetime();
        sentences.add(language.say("grade", "name", name(language, grade), "version", rule.version()));
        sentences.add(language.say(
                "grade.value." + side(grade.highValue(), worth.value(), rule.valueAtLeast()),
                "days",
                rule.windowDays(),
                "value",
                money(worth.value(), rule),
                "threshold",
                money(rule.valueAtLeast(), rule),
                "kept",
                money(rule.valueKeptFrom(), rule)));
        sentences.add(language.say(
                "grade.potential." + side(grade.highPotential(), worth.potential(), rule.potentialAtLeast()),
                "days",
                rule.horizonDays(),
                "value",
                money(worth.potential(), rule),
                "threshold",
                money(rule.potentialAtLeast(), rule),
                "kept",
                money(rule.potentialKeptFrom(), rule)));
        sentences.add(
                lifetime == null
                        ? language.say("grade.no-model")
                        : language.say("grade.model", "version", lifetime.modelVersion()));
        changes.forEach(change -> sentences.add(change(language, change)));
        return String.join(language.space(), sentences);
    }

    /** Kept is what is below the threshold, but not as far as would end it. */
    private static String side(boolean high, BigDecimal is, BigDecimal threshold) {
        if (!high) {
            return is.compareTo(threshold) < 0 ? "low" : "next";
        }
        return is.compareTo(threshold) < 0 ? "kept" : "high";
    }

    private static String change(Language language, Change change) {
        String name = Grade.named(change.to()).map(to -> name(language, to)).orElseThrow();
        return change.amount() == null
                ? language.say("grade.falls", "day", change.day(), "name", name)
                : language.say(
                        "grade.rises",
                        "day",
                        change.day(),
                        "amount",
                        change.amount() + " " + change.currency(),
                        "name",
                        name);
    }

    private static String name(Language language, Grade grade) {
        return language.isChinese() ? grade.chinese() : grade.english();
    }

    private static String money(BigDecimal amount, PyramidRule rule) {
        return Numbers.money(amount) + " " + rule.currency();
    }
}
