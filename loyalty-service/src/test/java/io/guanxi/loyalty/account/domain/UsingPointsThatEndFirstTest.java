package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.lots.Bucket.AVAILABLE;
import static io.guanxi.loyalty.account.domain.lots.Bucket.OUTSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Lot.IdleExpiry;
import io.guanxi.loyalty.account.domain.lots.Lots;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsingPointsThatEndFirstTest {

    @Test
    void theNearestLastDayComesFirstWhateverCameFirst() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(24)));
        account.at("2026-01-01T00:00:00Z").paid("long", "100.00");
        account.at("2026-02-01T00:00:00Z")
                .under(rules().in("UTC").expiring(ExpiryRule.rolling(3)))
                .paid("short", "100.00");

        account.held("H-1", 150);

        assertThat(drawn(account)).containsExactly(lotOf("short"), lotOf("long"));
        assertThat(account.last(PointsHeld.class).moves())
                .extracting(Move::points)
                .containsExactly(100L, 50L);
    }

    @Test
    void whatNeverEndsComesLast() {
        var account = newAccount().at("2026-01-01T00:00:00Z").paid("for-ever", "100.00");
        account.under(rules().in("UTC").expiring(ExpiryRule.rolling(600)));
        account.at("2026-02-01T00:00:00Z").paid("fifty-years", "100.00").held("H-1", 101);

        assertThat(drawn(account)).containsExactly(lotOf("fifty-years"), lotOf("for-ever"));
    }

    @Test
    void ofThoseThatEndTogetherTheOldestComesFirst() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.inactivity(12)));
        account.at("2026-02-01T00:00:00Z").paid("newer", "100.00");
        account.at("2026-02-03T00:00:00Z")
                .paidBefore("older", "100.00", "2026-01-01T00:00:00Z")
                .held("H-1", 101);

        assertThat(drawn(account)).containsExactly(lotOf("older"), lotOf("newer"));
    }

    @Test
    void whatIsGivenToARestingAccountEndsNoEarlierThanItsOwnRest() {
        var rest = new IdleExpiry(12, ZoneOffset.UTC);
        var given = Instant.parse("2026-03-01T00:00:00Z");
        Lots lots = with(new Lot("gift", MAIN_PURSE, given, null, null, null, rest), Lots.NONE);
        lots = with(new Lot("back", MAIN_PURSE, given, null, null, given.plus(Duration.ofDays(30)), null), lots);

        List<Move> first = lots.draw(MAIN_PURSE, AVAILABLE, OUTSIDE, 10, Instant.parse("2024-01-01T00:00:00Z"));

        assertThat(first).containsExactly(new Move("back", AVAILABLE, OUTSIDE, 10));
    }

    private static Lots with(Lot lot, Lots lots) {
        return lots.opened(lot).after(new Move(lot.id(), OUTSIDE, AVAILABLE, 10));
    }

    @Test
    void pendingPointsAreNotUsed() {
        var account = newAccount()
                .paid("A-1", "50.00")
                .under(rules().pendingAfterPayment(7))
                .paid("A-2", "50.00");

        account.held("H-1", 51);
        assertThat(account.events(PointsHeld.class)).isEmpty();
        assertThat(account.held("H-2", 50).events(PointsHeld.class)).hasSize(1);
    }

    private static List<String> drawn(LedgerFixture account) {
        return account.last(PointsHeld.class).moves().stream().map(Move::lot).toList();
    }

    private static String lotOf(String order) {
        return EffectKey.ofPayment(ACCOUNT, order(order), MAIN_PURSE).entryId();
    }
}
