package io.guanxi.loyalty.measure.explain;

import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.Judgement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;

/** One language's words for loyalty. */
sealed interface Words permits EnglishWords, ChineseWords {

    /** Which class it is and by what. */
    String why(Classification classification);

    /** What would make it another class. */
    String change(Classification classification, ZoneId zone);

    /** Whether it looks like a type and by what. */
    String why(Judgement judgement);

    /** That price tolerance is not known, and what would have to be reported for it. */
    String priceTolerance();

    /** That complaint tolerance is not known, and what would have to be reported for it. */
    String complaintTolerance();

    static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString() + "%";
    }

    static String day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString();
    }
}
