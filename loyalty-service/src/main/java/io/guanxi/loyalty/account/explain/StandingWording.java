package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.explain.ExplainingABalance.BalanceStory;
import io.guanxi.loyalty.account.explain.ExplainingARedemption.RedemptionStory;
import io.guanxi.loyalty.account.explain.ExplainingATier.TierStory;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One language's sentences for where an account stands. */
abstract sealed class StandingWording permits EnglishStanding, ChineseStanding {

    abstract String balance(BalanceStory story, Phrases phrases);

    abstract String tier(TierStory story);

    abstract String redemption(RedemptionStory story);

    /** A tier's name; its code if it has none in this language, or if the rules do not know it any more. */
    static String name(@Nullable TierRules rules, String code, Locale locale) {
        return rules == null
                ? code
                : rules.tiers().stream()
                        .filter(tier -> tier.code().equals(code))
                        .findFirst()
                        .map(tier -> tier.names()
                                .getOrDefault(
                                        locale.toLanguageTag(), tier.names().getOrDefault(locale.getLanguage(), code)))
                        .orElse(code);
    }

    static boolean isMidnight(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    static boolean isOne(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0;
    }
}
