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

final class ChineseStanding extends StandingWording {

    @Override
    String balance(BalanceStory story, Phrases phrases) {
        PurseStanding purse = story.standing();
        String of = story.purse().equals(LedgerEntry.MAIN_PURSE) ? "" : "“" + story.purse() + "”";
        String made = story.lines().entrySet().stream()
                .filter(kind -> kind.getValue().available() != 0)
                .map(kind -> made(kind, phrases))
                .collect(Collectors.joining(","));
        return "%s %s余额为 %d 积分%s。%s%s%s%s"
                .formatted(
                        ChineseWords.moment(story.asOf(), story.zone()),
                        of,
                        purse.available(),
                        made.isEmpty() ? "" : ":" + made,
                        purse.pending() == 0 ? "" : "另有 " + purse.pending() + " 积分待到账。",
                        purse.held() == 0 ? "" : "另有 " + purse.held() + " 积分已保留。",
                        purse.debt() == 0 ? "" : "欠 " + purse.debt() + " 积分。",
                        ending(story));
    }

    private static String made(Map.Entry<EntryKind, Lines> kind, Phrases phrases) {
        long points = kind.getValue().available();
        return phrases.kind(kind.getKey()) + " " + (points > 0 ? "+" : "−") + Math.abs(points);
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
        return "其中 %d 积分的最后一天为 %s。".formatted(points, ChineseWords.lastDay(first, story.zone()));
    }

    @Override
    String tier(TierStory story) {
        TierOutlook outlook = story.outlook();
        TierStanding standing = story.standing();
        String moment = ChineseWords.moment(story.asOf(), story.zone());
        TierRules rules = outlook == null ? null : outlook.rules();
        String now = standing == null
                ? moment + " 该账户没有等级" + (outlook == null ? ",计划也没有等级。" : "。")
                : moment + " 的等级为" + name(rules, standing.tier()) + "。";
        return now + decided(story, rules) + floor(story, rules) + keeping(story, outlook) + rising(story, outlook);
    }

    private static String decided(TierStory story, @Nullable TierRules rules) {
        TierEvent event = story.decided();
        if (event == null) {
            return "";
        }
        String day = ChineseWords.day(event.at(), story.zone());
        int version = event.ruleVersion();
        return switch (event) {
            case TierChanged e -> changed(e, day, story.zone(), rules);
            case TierKept e ->
                "%s按规则第 %d 版评定:%s,等级不变。".formatted(day, version, counted(e.count(), story.zone(), rules));
            case TierGraceBegan e ->
                "%s按规则第 %d 版评定:%s,未达门槛,在宽限期内保留。".formatted(day, version, counted(e.count(), story.zone(), rules));
            case TierFloorChanged e ->
                switch (e.reason()) {
                    case FLOOR_SET -> day + "设定了最低等级。";
                    case FLOOR_LIFTED -> day + "取消了最低等级。";
                    case FLOOR_ENDED -> day + "最低等级到期。";
                    case JOINED, QUALIFIED, REVIEW, GRACE_ENDED, RETURN_UNDID_UPGRADE -> "";
                };
        };
    }

    private static String changed(TierChanged e, String day, ZoneId zone, @Nullable TierRules rules) {
        String by = "按规则第 " + e.ruleVersion() + " 版,";
        String counted = counted(e.count(), zone, rules);
        return switch (e.reason()) {
            case JOINED -> "自首个订单起即享有该等级。";
            case QUALIFIED -> by + day + "因" + counted + "而达到。";
            case REVIEW -> by + day + "评定时" + counted + "。";
            case GRACE_ENDED -> by + day + "宽限期结束时" + counted + "。";
            case RETURN_UNDID_UPGRADE -> by + day + "因退货撤销升级,仅余" + counted + "。";
            case FLOOR_SET, FLOOR_LIFTED, FLOOR_ENDED -> "";
        };
    }

    private static String counted(Count count, ZoneId zone, @Nullable TierRules rules) {
        String value = rules == null ? count.value().toPlainString() : amount(count.value(), rules);
        return ChineseWords.day(count.from(), zone) + "至" + ChineseWords.lastDay(count.until(), zone) + "累计 " + value;
    }

    private static String floor(TierStory story, @Nullable TierRules rules) {
        TierStanding standing = story.standing();
        TierStanding.Floor floor = standing == null ? null : standing.floor();
        if (standing == null || floor == null) {
            return "";
        }
        return "实际达到%s;%s不低于%s(%s)。"
                .formatted(
                        name(rules, standing.earned()),
                        floor.until() == null ? "" : until(floor.until(), story.zone()),
                        name(rules, floor.tier()),
                        floor.reason());
    }

    private static String keeping(TierStory story, @Nullable TierOutlook outlook) {
        Keeping keeping = outlook == null ? null : outlook.keeping();
        if (outlook == null || keeping == null) {
            return "";
        }
        String tier = name(outlook.rules(), keeping.tier().code());
        if (keeping.isEnough()) {
            return "现有累计足以在 %s评定时保留%s。".formatted(ChineseWords.day(keeping.judged(), story.zone()), tier);
        }
        String otherwise = name(outlook.rules(), keeping.otherwise().code());
        return "%s%s可保留%s,否则%s降为%s。"
                .formatted(
                        until(keeping.judged(), story.zone()),
                        more(keeping.missing(), outlook.rules()),
                        tier,
                        keeping.graceUntil() == null
                                ? ""
                                : "宽限至 " + ChineseWords.lastDay(keeping.graceUntil(), story.zone()) + "后",
                        otherwise);
    }

    private static String rising(TierStory story, @Nullable TierOutlook outlook) {
        Rising rising = outlook == null ? null : outlook.rising();
        if (outlook == null || rising == null) {
            return "";
        }
        String tier = name(outlook.rules(), rising.tier().code());
        String given =
                rising.effective() == null ? "" : "在 " + ChineseWords.day(rising.effective(), story.zone()) + "评定时";
        if (rising.missing().signum() == 0) {
            return "现有累计足以%s获得%s。".formatted(given.isEmpty() ? "随下一个订单" : given, tier);
        }
        return "%s%s可%s达到%s。"
                .formatted(
                        rising.before() == null ? "" : until(rising.before(), story.zone()),
                        more(rising.missing(), outlook.rules()),
                        given,
                        tier);
    }

    private static String until(Instant end, ZoneId zone) {
        return isMidnight(end, zone)
                ? ChineseWords.lastDay(end, zone) + "(含)之前"
                : ChineseWords.moment(end, zone) + " 之前";
    }

    private static String more(BigDecimal missing, TierRules rules) {
        return switch (rules.measure()) {
                    case SPEND -> "再消费 ";
                    case ORDERS -> "再完成 ";
                    case POINTS -> "再获得 ";
                }
                + amount(missing, rules);
    }

    private static String amount(BigDecimal value, TierRules rules) {
        return switch (rules.measure()) {
            case SPEND -> value.toPlainString() + " " + rules.unit();
            case ORDERS -> value.toPlainString() + " 笔订单";
            case POINTS ->
                value.toPlainString() + (rules.unit().equals(LedgerEntry.MAIN_PURSE) ? "" : " “" + rules.unit() + "”")
                        + " 积分";
        };
    }

    private static String name(@Nullable TierRules rules, String code) {
        return name(rules, code, Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    String redemption(RedemptionStory story) {
        long spendable = story.power().points();
        if (story.refusal() == null) {
            return "现在可以使用 %d 积分,可消费 %d 积分。".formatted(story.points(), spendable);
        }
        if (!story.power().spendable()) {
            return "“%s”积分不能用于消费。".formatted(story.power().purse());
        }
        if (spendable >= story.points()) {
            return "现在不能使用 %d 积分(%s)。".formatted(story.points(), story.refusal().code());
        }
        String owed = story.power().debt() == 0 ? "" : "须保留 " + story.power().debt() + " 积分偿还欠分。";
        String pending =
                story.power().pending() == 0 ? "" : "另有 " + story.power().pending() + " 积分待到账" + enough(story) + "。";
        return "现在不能使用 %d 积分:可消费 %d 积分,还差 %d 积分。%s%s"
                .formatted(story.points(), spendable, story.points() - spendable, owed, pending);
    }

    private static String enough(RedemptionStory story) {
        return story.enoughAt() == null
                ? ",到账后仍不足"
                : "," + ChineseWords.moment(story.enoughAt(), story.zone()) + " 起足够";
    }
}
