package io.guanxi.loyalty.liability.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Line;
import io.guanxi.loyalty.liability.domain.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritingTheDaysFileTest {

    private static final BookDay DAY = new BookDay(
            "points",
            LocalDate.of(2026, 11, 22),
            ZoneId.of("Asia/Shanghai"),
            new Totals(Map.of(Line.ISSUED, 1000L), 900, 100, 7),
            new Totals(Map.of(Line.ISSUED, 50L, Line.REDEEMED, 200L, Line.EXPIRED, 30L), -180, 0, 0),
            12,
            Money.of("0.01", "CNY"),
            Money.of("0.012", "CNY"));

    @Test
    void theFileIsTheSameByteForByte() {
        String header =
                "date,purse,zone,closed,entries,contract_liability_opening,issued,matured,redeemed,expired,reversed,"
                        + "returned,transferred_in,transferred_out,adjusted_up,adjusted_down,goodwill,bonus,corrected_up,"
                        + "corrected_down,debt_repaid,contract_liability_closing,usable_at_end,pending_at_end,debt_at_end,currency,"
                        + "value_of_a_point,contract_liability_opening_money,revaluation_money,issued_money,matured_money,"
                        + "redeemed_money,expired_money,reversed_money,returned_money,transferred_in_money,transferred_out_money,"
                        + "adjusted_up_money,adjusted_down_money,goodwill_money,bonus_money,corrected_up_money,"
                        + "corrected_down_money,debt_repaid_money,contract_liability_closing_money";
        String day = "2026-11-22,points,Asia/Shanghai,true,12,1000,50,0,200,30,0,0,0,0,0,0,0,0,0,0,0,820,720,100,7,CNY,"
                + "0.012,10.00,2.000,0.600,0.000,2.400,0.360,0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.000,0.000,"
                + "0.000,9.840";
        assertThat(DaysFile.of(List.of(DAY), DAY.end())).isEqualTo(header + "\r\n" + day + "\r\n");
    }

    @Test
    void moneyRollsForwardAsPointsDo() {
        // 10.00 + 2.000 revaluation + 0.600 issued - 2.400 redeemed - 0.360 expired
        DayResponse response = DayResponse.of(DAY, true);
        assertThat(response.money())
                .containsEntry("opening", "10.00")
                .containsEntry("revaluation", "2.000")
                .containsEntry("closing", "9.840");
        assertThat(response.points().closing()).isEqualTo(1000 + 50 - 200 - 30);
    }

    @Test
    void aDayIsClosedFromTheMomentItsMarginIsOver() {
        assertThat(Closing.isClosed(DAY, Instant.parse("2026-11-22T16:00:00Z"))).isTrue();
        assertThat(Closing.isClosed(DAY, Instant.parse("2026-11-22T15:59:59.999Z")))
                .isFalse();
        assertThat(DaysFile.of(List.of(DAY), Instant.EPOCH)).contains(",false,12,");
    }

    @Test
    void aPurseWithoutAValueLeavesItsMoneyEmpty() {
        BookDay day = new BookDay(
                DAY.purse(), DAY.date(), DAY.zone(), DAY.opening(), DAY.posted(), DAY.entries(), null, null);
        assertThat(DaysFile.of(List.of(day), day.end())).endsWith(",720,100,7" + ",".repeat(20) + "\r\n");
        assertThat(DayResponse.of(day, true).money()).isNull();
    }
}
