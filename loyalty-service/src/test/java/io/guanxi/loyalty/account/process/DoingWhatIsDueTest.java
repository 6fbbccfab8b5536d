package io.guanxi.loyalty.account.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.view.accountsdue.AccountDue;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoingWhatIsDueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final List<AdvanceTime> sent = new ArrayList<>();
    private final WhenSomethingIsDueAdvanceTheAccount work = new WhenSomethingIsDueAdvanceTheAccount(
            (now, cursor, limit) -> new Page<>(List.of(), null), (command, origin) -> sent.add(command));

    @Test
    void anAccountIsAdvancedToTheMomentAtWhichSomethingWasDue() {
        Instant due = NOW.minusSeconds(60);

        work.check(new AccountDue("acme/ann", "acme", due), NOW);

        assertThat(sent).containsExactly(new AdvanceTime("acme/ann", new Stamp("time:" + due, due, NOW)));
    }

    @Test
    void noAccountIsAdvancedBeyondThePresent() {
        work.check(new AccountDue("acme/ann", "acme", NOW.plusNanos(1)), NOW);

        assertThat(sent).isEmpty();
    }
}
