package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.EntryKind;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierGraceBegan;
import io.guanxi.loyalty.account.domain.TierEvent.TierKept;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.explain.BalanceExplanation.Lines;
import io.guanxi.loyalty.account.explain.ExplainingABalance.BalanceStory;
import io.guanxi.loyalty.account.explain.ExplainingARedemption.RedemptionStory;
import io.guanxi.loyalty.account.explain.ExplainingATier.TierStory;
import io.guanxi.loyalty.account.explain.TierOutlook.Keeping;
import io.guanxi.loyalty.account.explain.TierOutlook.Rising;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class EnglishStanding extends StandingWording {

    @Override
    String balance(BalanceStory story, Phrases phrases) {
        PurseStanding purse = story.standing();
        String in = story.purse().equals(LedgerEntry.MAIN_PURSE) ? "" : " in “" + story.purse() + "”";
        String made = story.lines().entrySet().stream()
                .filter(kind -> kind.getValue().available() != 0)
                .map(kind -> made(kind, phrases))
                .collect(Collectors.joining(", "));
        return "On %s the balance%s was %s%s.%s%s%s%s"
                .formatted(
                        EnglishWords.moment(story.asOf(), story.zone()),
                        in,
                        EnglishWords.points(purse.available()),
                        made.isEmpty() ? "" : ": " + made,
                        purse.pending() == 0 ? "" : " " + purse.pending() + " more were pending.",
                        purse.held() == 0 ? "" : " " + purse.held() + " more were kept aside.",
                        purse.debt() == 0 ? "" : " " + EnglishWords.points(purse.debt()) + " were owed.",
                        ending(story));
    }

    private static String made(Map.Entry<EntryKind, Lines> kind, Phrases phrases) {
        long points = kind.getValue().available();
        return (points > 0 ? "+" : "−") + Math.abs(points) + " " + phrases.kind(kind.getKey());
    }

    private static String ending(BalanceStory story) {
        Instant first = story.lots().stream()
                .filter(lot -> lot.available() + lot.pending() > 0)
                .flatMap(lot -> Stream.ofNullable(lot.ends()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (first == null) {
            return "";
        }
        long points = story.lots().stream()
                .filter(lot -> first.equals(lot.ends()))
                .mapToLong(lot -> lot.available() + lot.pending())
                .sum();
        return " The last day of %s was to be %s."
                .formatted(EnglishWords.points(points), EnglishWords.lastDay(first, story.zone()));
    }

    @Override
    String tier(TierStory story) {
        TierOutlook outlook = story.outlook();
        TierStanding standing = story.standing();
        String moment = EnglishWords.moment(story.asOf(), story.zone());
        TierRules rules = outlook == null ? null : outlook.rules();
        String now = standing == null
                ? "On " + moment + " the account had no tier" + (outlook == null ? ", and the programme none." : ".")
                : "On " + moment + " the tier was " + name(rules, standing.tier()) + ".";
        return now + decided(story, rules) + floor(story, rules) + keeping(story, outlook) + rising(story, outlook);
    }

    private static String decided(TierStory story, @Nullable TierRules rules) {
        TierEvent event = story.decided();
        if (event == null) {
            return "";
        }
        String day = EnglishWords.day(event.at(), story.zone());
        int version = event.ruleVersion();
        return switch (event) {
            case TierChanged e -> changed(e, day, story.zone(), rules);
            case TierKept e ->
                " The review of %s found %s and left it, by version %d of the rules."
                        .formatted(day, counted(e.count(), story.zone(), rules), version);
            case TierGraceBegan e ->
                " The review of %s found %s, which is not enough, by version %d of the rules; it is kept for a time of grace."
                        .formatted(day, counted(e.count(), story.zone(), rules), version);
            case TierFloorChanged e ->
                switch (e.reason()) {
                    case FLOOR_SET -> " A lowest tier was set on " + day + ".";
                    case FLOOR_LIFTED -> " A lowest tier was lifted on " + day + ".";
                    case FLOOR_ENDED -> " A lowest tier ended on " + day + ".";
                    case JOINED, QUALIFIED, REVIEW, GRACE_ENDED, RETURN_UNDID_UPGRADE -> "";
                };
        };
    }

    private static String changed(TierChanged e, String day, ZoneId zone, @Nullable TierRules rules) {
        String counted = counted(e.count(), zone, rules);
        String by = ", by version " + e.ruleVersion() + " of the rules.";
        return switch (e.reason()) {
            case JOINED -> " It is everybody's from the first order on.";
            case QUALIFIED -> " It was reached on " + day + " with " + counted + by;
            case REVIEW -> " The review of " + day + " found " + counted + by;
            case GRACE_ENDED -> " When the grace ended on " + day + ", there were " + counted + by;
            case RETURN_UNDID_UPGRADE ->
                " On " + day + " an upgrade was undone, because its order came back: " + counted + " are left" + by;
            case FLOOR_SET, FLOOR_LIFTED, FLOOR_ENDED -> "";
        };
    }

    private static String counted(Count count, ZoneId zone, @Nullable TierRules rules) {
        String value = rules == null ? count.value().toPlainString() : amount(count.value(), rules);
        return value + " from " + EnglishWords.day(count.from(), zone) + " to "
                + EnglishWords.lastDay(count.until(), zone);
    }

    private static String floor(TierStory story, @Nullable TierRules rules) {
        TierStanding standing = story.standing();
        TierStanding.Floor floor = standing == null ? null : standing.floor();
        if (standing == null || floor == null) {
            return "";
        }
        return " %s is earned; it cannot fall below %s%s (%s)."
                .formatted(
                        name(rules, standing.earned()),
                        name(rules, floor.tier()),
                        floor.until() == null ? "" : " " + until(floor.until(), story.zone()),
                        floor.reason());
    }

    private static String keeping(TierStory story, @Nullable TierOutlook outlook) {
        Keeping keeping = outlook == null ? null : outlook.keeping();
        if (outlook == null || keeping == null) {
            return "";
        }
        String tier = name(outlook.rules(), keeping.tier().code());
        if (keeping.isEnough()) {
            return " What counts is enough to keep %s at the review on %s."
                    .formatted(tier, EnglishWords.day(keeping.judged(), story.zone()));
        }
        String otherwise = name(outlook.rules(), keeping.otherwise().code());
        return " With %s more %s, %s is kept; otherwise it falls to %s%s."
                .formatted(
                        amount(keeping.missing(), outlook.rules()),
                        until(keeping.judged(), story.zone()),
                        tier,
                        otherwise,
                        keeping.graceUntil() == null
                                ? ""
                                : " after a time of grace until "
                                        + EnglishWords.lastDay(keeping.graceUntil(), story.zone()));
    }

    private static String rising(TierStory story, @Nullable TierOutlook outlook) {
        Rising rising = outlook == null ? null : outlook.rising();
        if (outlook == null || rising == null) {
            return "";
        }
        String tier = name(outlook.rules(), rising.tier().code());
        String given = rising.effective() == null
                ? ""
                : " at the review on " + EnglishWords.day(rising.effective(), story.zone());
        if (rising.missing().signum() == 0) {
            return " What counts is enough for %s%s.".formatted(tier, given.isEmpty() ? " with the next order" : given);
        }
        return " With %s more%s, %s is reached%s."
                .formatted(
                        amount(rising.missing(), outlook.rules()),
                        rising.before() == null ? "" : " " + until(rising.before(), story.zone()),
                        tier,
                        given);
    }

    private static String until(Instant end, ZoneId zone) {
        return isMidnight(end, zone)
                ? "by " + EnglishWords.lastDay(end, zone)
                : "before " + EnglishWords.moment(end, zone);
    }

    private static String amount(BigDecimal value, TierRules rules) {
        return switch (rules.measure()) {
            case SPEND -> value.toPlainString() + " " + rules.unit();
            case ORDERS -> isOne(value) ? "1 order" : value.toPlainString() + " orders";
            case POINTS -> {
                String in = rules.unit().equals(LedgerEntry.MAIN_PURSE) ? "" : " in “" + rules.unit() + "”";
                yield (isOne(value) ? "1 point" : value.toPlainString() + " points") + in;
            }
        };
    }

    private static String name(@Nullable TierRules rules, String code) {
        return name(rules, code, Locale.ENGLISH);
    }

    @Override
    String redemption(RedemptionStory story) {
        String points = EnglishWords.points(story.points());
        long spendable = story.power().points();
        if (story.refusal() == null) {
            return "%s can be used now: %d can be spent.".formatted(points, spendable);
        }
        if (!story.power().spendable()) {
            return "Points of “%s” buy nothing.".formatted(story.power().purse());
        }
        if (spendable >= story.points()) {
            return "%s cannot be used now: %s".formatted(points, story.refusal().message());
        }
        String owed = story.power().debt() == 0 ? "" : " " + story.power().debt() + " are owed and stay.";
        String pending = story.power().pending() == 0
                ? ""
                : " " + story.power().pending() + " more are pending" + enough(story) + ".";
        return "%s cannot be used now: %d can be spent, %d too few.%s%s"
                .formatted(points, spendable, story.points() - spendable, owed, pending);
    }

    private static String enough(RedemptionStory story) {
        return story.enoughAt() == null
                ? ", and not enough with them"
                : ", and it is enough from " + EnglishWords.moment(story.enoughAt(), story.zone()) + " on";
    }
}
