package io.guanxi.loyalty.account.explain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.TiersFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to be missing is what is missing: with it the tier is kept or reached, and with a cent less it is not. */
class TierOutlookTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static LongStream seeds() {
        return new Random(20260301).longs(200);
    }

    static Stream<TiersFixture> ladders() {
        return Stream.of(
                spend(),
                spend().grace(30),
                spend().fallingByOne(),
                spend().rolling(12),
                spend().rolling(12).grace(20),
                spend().cycles(3, 4, 1),
                spend().rolling(1).fallingByOne());
    }

    private static TiersFixture spend() {
        return TiersFixture.spend("silver", "500", "gold", "1000", "platinum", "2000");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMissingAmountKeepsTheTierAndACentLessDoesNot(long seed) {
        TiersFixture ladder = ladderOf(seed);
        TierOutlook.Keeping keeping = outlook(customer(seed, ladder)).keeping();
        if (keeping == null || keeping.isEnough()) {
            return;
        }
        Instant before = keeping.judged().minusSeconds(1);
        assertThat(tierAt(keeping.judged(), paying(customer(seed, ladder), keeping.missing(), before)))
                .as("seed %s, with %s", seed, keeping.missing())
                .isEqualTo(keeping.tier().code());

        LedgerFixture less = paying(customer(seed, ladder), keeping.missing().subtract(CENT), before);
        String then = tierAt(keeping.judged(), less);
        boolean grace = keeping.graceUntil() != null;
        assertThat(then)
                .as("seed %s, with a cent less than %s", seed, keeping.missing())
                .isEqualTo(grace ? keeping.tier().code() : otherwise(ladder, keeping, less));
        assertThat(Objects.requireNonNull(less.account().tier()).grace()).isEqualTo(keeping.graceUntil());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theMissingAmountGivesTheNextTierAndACentLessDoesNot(long seed) {
        TiersFixture ladder = ladderOf(seed);
        TierOutlook.Rising rising = outlook(customer(seed, ladder)).rising();
        if (rising == null || rising.missing().signum() == 0) {
            return;
        }
        Instant now = customer(seed, ladder).now();

        assertThat(tierAt(now, paying(customer(seed, ladder), rising.missing(), now)))
                .as("seed %s, with %s", seed, rising.missing())
                .isEqualTo(rising.tier().code());
        assertThat(tierAt(now, paying(customer(seed, ladder), rising.missing().subtract(CENT), now)))
                .as("seed %s, with a cent less than %s", seed, rising.missing())
                .isNotEqualTo(rising.tier().code());
    }

    @Test
    void untilTheMomentThatIsNamedNothingDropsOutOfARollingYear() {
        var account = newAccount()
                .under(rules().tiers(spend().rolling(12)))
                .at("2026-03-01T04:00:00Z")
                .paid("A-1", "300.00")
                .at("2026-09-01T04:00:00Z")
                .paid("A-2", "100.00");
        TierOutlook.Rising rising = Objects.requireNonNull(outlook(account).rising());

        assertThat(rising.missing()).isEqualByComparingTo("100.00");
        assertThat(rising.before()).isEqualTo("2027-02-28T16:00:00Z");
        assertThat(missingAt(account, rising.before().minusSeconds(1))).isEqualByComparingTo("100.00");
        assertThat(missingAt(account, rising.before())).isEqualByComparingTo("400.00");
    }

    @Test
    void ordersAndPointsAreCountedInTheirOwnUnit() {
        var byOrders = newAccount()
                .under(rules().tiers(TiersFixture.orders("regular", "3")))
                .paid("A-1", "10.00");
        var byPoints = newAccount()
                .under(rules().tiers(TiersFixture.points("silver", "500")))
                .paid("A-1", "120.50");

        assertThat(Objects.requireNonNull(outlook(byOrders).rising()).missing()).isEqualByComparingTo("2");
        assertThat(Objects.requireNonNull(outlook(byPoints).rising()).missing()).isEqualByComparingTo("380");
    }

    @Test
    void nothingIsMissingOnTheHighestTier() {
        var account = newAccount().under(rules().tiers(spend())).paid("A-1", "5000.00");

        assertThat(outlook(account).rising()).isNull();
        assertThat(Objects.requireNonNull(outlook(account).keeping()).isEnough())
                .isFalse();
    }

    @Test
    void whatIsGivenAtAReviewSaysWhen() {
        var account =
                newAccount().under(rules().tiers(spend().risingAtReview())).paid("A-1", "450.00");
        TierOutlook.Rising rising = Objects.requireNonNull(outlook(account).rising());

        assertThat(rising.missing()).isEqualByComparingTo("50.00");
        assertThat(rising.effective()).isEqualTo("2026-12-31T16:00:00Z");
    }

    private static BigDecimal missingAt(LedgerFixture account, Instant moment) {
        var outlook = TierOutlook.of(account.account(), account.book().version(1), moment);
        return Objects.requireNonNull(outlook.orElseThrow().rising()).missing();
    }

    /** A customer of some orders in a year and a half, looked at on some day. */
    private static LedgerFixture customer(long seed, TiersFixture ladder) {
        var random = new Random(seed);
        var account = newAccount().under(rules().tiers(ladder)).at("2026-01-05T04:00:00Z");
        int orders = 1 + random.nextInt(6);
        for (int i = 0; i < orders; i++) {
            account.paid("O-" + i, BigDecimal.valueOf(random.nextInt(90_000), 2).toPlainString());
            account.looked(account.now().plusSeconds(random.nextInt(60 * 86_400)));
        }
        return account.looked(account.now().plusSeconds(random.nextInt(200 * 86_400)));
    }

    private static TiersFixture ladderOf(long seed) {
        return ladders()
                .skip(Math.floorMod(seed, ladders().count()))
                .findFirst()
                .orElseThrow();
    }

    private static TierOutlook outlook(LedgerFixture account) {
        return TierOutlook.of(account.account(), account.book().version(1), account.now())
                .orElseThrow();
    }

    private static LedgerFixture paying(LedgerFixture account, BigDecimal amount, Instant then) {
        return account.at(then).paid("last", amount.toPlainString());
    }

    private static String tierAt(Instant moment, LedgerFixture account) {
        return Objects.requireNonNull(account.looked(moment).account().tier()).tier();
    }

    /** The amount that was paid in vain may be enough for a tier between. */
    private static String otherwise(TiersFixture ladder, TierOutlook.Keeping keeping, LedgerFixture less) {
        String fallen = Objects.requireNonNull(less.account().tier()).tier();
        assertThat(fallen).isNotEqualTo(keeping.tier().code());
        var codes = ladder.build().codes();
        assertThat(codes.indexOf(fallen))
                .isGreaterThanOrEqualTo(codes.indexOf(keeping.otherwise().code()));
        return fallen;
    }
}
