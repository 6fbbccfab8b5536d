package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.explain.Explanation.Change;
import io.guanxi.analytics.picture.explain.Explanation.Fact;
import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Any;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a customer is in a segment or not, and what would change it. */
final class ExplainingASegment {

    private static final String IN = "in";
    private static final String OUT = "out";

    private ExplainingASegment() {}

    static Explanation explain(Subject subject, SegmentDefinition segment) {
        Membership stay = subject.standing().membership(segment.name());
        boolean in = stay != null;
        List<Change> changes = new ArrayList<>();
        subject.outlook()
                .nextMove(segment.name())
                .map(day -> new Change(Change.NO_ORDER, day, null, null, in ? OUT : IN))
                .ifPresent(changes::add);
        subject.afterUsualOrder(after -> after.segments().contains(segment.name()) ? IN : OUT, in ? IN : OUT)
                .ifPresent(changes::add);
        return new Explanation(
                in ? IN : OUT,
                Language.inEach(language -> language.say("segment.name." + (in ? IN : OUT))),
                facts(subject, segment, stay),
                changes,
                Language.inEach(language -> sentences(language, subject, segment, stay, changes)));
    }

    private static List<Fact> facts(Subject subject, SegmentDefinition segment, @Nullable Membership stay) {
        List<Fact> facts = new ArrayList<>();
        for (Measure measure : segment.condition().measures()) {
            facts.add(new Fact(measure.code(), value(subject.picture(), measure), ""));
        }
        facts.add(new Fact("definition-version", Integer.toString(segment.version()), "version"));
        if (stay != null) {
            facts.add(new Fact("entered", stay.entered().toString(), "day"));
            facts.add(new Fact("entered-by-version", Integer.toString(stay.version()), "version"));
        }
        return facts;
    }

    private static String value(CustomerPicture picture, Measure measure) {
        return switch (measure.kind()) {
            case NUMBER -> {
                BigDecimal number = picture.number(measure);
                yield number == null ? "unknown" : Numbers.decimal(number);
            }
            case WORD -> {
                String word = picture.word(measure);
                yield word == null ? "unknown" : word;
            }
        };
    }

    private static String sentences(
            Language language,
            Subject subject,
            SegmentDefinition segment,
            @Nullable Membership stay,
            List<Change> changes) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                stay == null
                        ? language.say("segment.out", "segment", segment.name(), "version", segment.version())
                        : language.say(
                                "segment.in",
                                "segment",
                                segment.name(),
                                "version",
                                segment.version(),
                                "entered",
                                stay.entered()));
        sentences.add(language.say("segment.condition", "condition", said(language, subject, segment.condition())));
        changes.forEach(change -> sentences.add(language.say(
                "segment." + change.cause() + "." + change.to(),
                "day",
                change.day(),
                "amount",
                change.amount() + " " + change.currency())));
        return String.join(language.space(), sentences);
    }

    /** The whole condition, each of its leaves with the customer's value and whether it is so. */
    private static String said(Language language, Subject subject, Condition condition) {
        return switch (condition) {
            case All all -> joined(language, subject, all.parts(), "segment.and");
            case Any any -> joined(language, subject, any.parts(), "segment.or");
            case Not not -> language.say("segment.not", "condition", said(language, subject, not.part()));
            case Compare compare ->
                leaf(
                        language,
                        subject,
                        compare.measure(),
                        compare.comparison().symbol() + " " + compare.than().toPlainString(),
                        compare);
            case OneOf oneOf ->
                leaf(
                        language,
                        subject,
                        oneOf.measure(),
                        language.say("segment.one-of", "values", String.join(", ", oneOf.values())),
                        oneOf);
        };
    }

    private static String leaf(
            Language language, Subject subject, Measure measure, String threshold, Condition condition) {
        return language.say(
                condition.matches(subject.picture()) ? "segment.holds" : "segment.fails",
                "measure",
                language.isChinese() ? measure.chinese() : measure.english(),
                "threshold",
                threshold,
                "value",
                value(subject.picture(), measure));
    }

    private static String joined(Language language, Subject subject, List<Condition> parts, String by) {
        return parts.stream()
                .map(part -> said(language, subject, part))
                .collect(Collectors.joining(language.say(by), "(", ")"));
    }
}
