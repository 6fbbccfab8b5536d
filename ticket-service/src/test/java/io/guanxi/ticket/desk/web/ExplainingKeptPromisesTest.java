package io.guanxi.ticket.desk.web;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TERMS;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.Due;
import io.guanxi.ticket.desk.domain.PromiseAccount;
import io.guanxi.ticket.desk.domain.PromiseAccount.Pause;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.Promises;
import io.guanxi.ticket.desk.domain.Stretch.Ending;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.Cause;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExplainingKeptPromisesTest {

    private static final Instant HELD_AT = at("2026-11-20T11:00");
    private static final Instant DONE_AT = at("2026-11-24T09:30");
    private static final Instant LATER = at("2026-11-25T15:00");
    private static final Held HELD = new Held("hold", HELD_AT, CUSTOMER, "waiting-for-carrier", Duration.ofHours(7));
    private static final Resolved RESOLVED = new Resolved("resolve", DONE_AT, CUSTOMER, "arrived", Duration.ofHours(7));

    @Test
    void aPromiseThatWasKeptWhileItWasPausedTellsOfThePause() {
        PromiseAccount account = resolution(OPENED, HELD, RESOLVED);

        assertThat(account.pauses()).containsExactly(new Pause(HELD_AT, DONE_AT, Ending.HELD));
        assertThat(account.used()).isEqualTo(Duration.ofHours(1));
        assertThat(PromiseSentence.english(account))
                .contains("It was stopped once; that time does not count. Counted: 1 h.")
                .endsWith(" It was kept at 2026-11-24 09:30 Asia/Shanghai, while it was paused.")
                .doesNotContain("due at");
        assertThat(PromiseSentence.chinese(account))
                .contains("其间暂停 1 次，暂停时间不计。已计1小时。")
                .endsWith("。已于 2026-11-24 09:30 Asia/Shanghai 在暂停期间兑现。")
                .doesNotContain("应于");
    }

    @Test
    void aPromiseThatWasKeptWhileItRanTellsWhenItWasDue() {
        Due due = new Due(at("2026-11-24T17:30"), "office-1");
        PromiseAccount account = resolution(
                OPENED, HELD, new Resumed("resume", at("2026-11-24T09:00"), CUSTOMER, Cause.AGENT, due), RESOLVED);

        assertThat(account.pauses()).containsExactly(new Pause(HELD_AT, at("2026-11-24T09:00"), Ending.HELD));
        assertThat(PromiseSentence.english(account))
                .endsWith("It was due at 2026-11-24 17:30 Asia/Shanghai and kept at 2026-11-24 09:30 Asia/Shanghai.");
        assertThat(PromiseSentence.chinese(account))
                .endsWith("应于 2026-11-24 17:30 Asia/Shanghai 前完成，已于 2026-11-24 09:30 Asia/Shanghai 兑现。");
    }

    @Test
    void aPauseThatLastsHasNoEnd() {
        assertThat(resolution(OPENED, HELD).pauses()).containsExactly(new Pause(HELD_AT, null, Ending.HELD));
    }

    @Test
    void aPromiseThatRunsAgainAfterItWasKeptOnHoldWasPausedUntilThen() {
        Due due = new Due(at("2026-11-26T14:30"), "office-1");
        PromiseAccount account = resolution(
                OPENED, HELD, RESOLVED, new Reopened("reopen", LATER, CUSTOMER, Cause.AGENT, "not-arrived", due));

        assertThat(account.pauses()).containsExactly(new Pause(HELD_AT, LATER, Ending.HELD));
        assertThat(PromiseSentence.english(account)).endsWith("It is due at 2026-11-26 14:30 Asia/Shanghai.");
    }

    private static PromiseAccount resolution(TicketEvent... events) {
        Promises promises = Promises.none();
        for (TicketEvent event : events) {
            promises = promises.after(event);
        }
        return PromiseAccount.of(promises.of(PromiseKind.RESOLUTION).orElseThrow(), TERMS, LATER);
    }
}
