package io.guanxi.loyalty.account.view.accountdetails;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.loyalty.account.audit.AccountAudit;
import io.guanxi.loyalty.account.audit.AuditReport;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.account.domain.TiersFixture;
import io.guanxi.loyalty.account.history.Lines;
import io.guanxi.loyalty.account.view.accountdetails.Endings.Expiry;
import io.guanxi.loyalty.account.view.accountentries.Listed;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ShowingAnAccountTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final SchemaCatalogue SCHEMAS = SchemaCatalogue.published();

    static LongStream seeds() {
        return new Random(42).longs(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheViewsFollowFromTheLog(long seed) {
        var account = someHistory(new Random(seed), ruleOf(seed), 60);
        var details = details(account);
        AuditReport report = new AccountAudit(account.events()).compare(details, Listed.of(account.events()));

        assertThat(report.checks())
                .as("seed %s", seed)
                .filteredOn(check -> !check.holds())
                .isEmpty();
        assertThat(
                        details.endings().incomplete()
                                ? Endings.nextOf(account.account())
                                : details.endings().next())
                .as("seed %s", seed)
                .isEqualTo(Endings.nextOf(account.account()));
        assertThat(SCHEMAS.validate(
                        EventTypes.LOYALTY_ACCOUNT_STATE, JSON.writeValueAsBytes(LoyaltyAccountState.of(details))))
                .as("seed %s", seed)
                .isEmpty();
    }

    @Test
    void theNextPointsToBeLostAreThoseThatEndFirst() {
        var account = newAccount()
                .under(rules().expiring(ExpiryRule.rolling(12)))
                .paid("A-1", "30.00")
                .paid("A-2", "20.00")
                .at("2026-03-09T00:00:00Z")
                .paid("A-3", "10.00");

        assertThat(details(account).endings().next()).contains(new Expiry(50, Instant.parse("2027-03-01T16:00:00Z")));
        assertThat(details(account.looked("2027-03-02T00:00:00Z")).endings().next())
                .contains(new Expiry(10, Instant.parse("2027-03-09T16:00:00Z")));
    }

    @Test
    void aUsePutsOffTheEndOfPointsThatEndByRest() {
        var account = newAccount()
                .under(rules().expiring(ExpiryRule.inactivity(6)))
                .paid("A-1", "30.00")
                .at("2026-05-01T00:00:00Z")
                .paid("A-2", "20.00");

        assertThat(details(account).endings().next()).contains(new Expiry(50, Instant.parse("2026-11-01T16:00:00Z")));
    }

    @Test
    void anAccountOfManyOrdersIsShownInASmallDocument() {
        var account = newAccount().under(rules().expiring(ExpiryRule.rolling(24)));
        for (int i = 0; i < 2_000; i++) {
            account.at(account.now().plus(Duration.ofMinutes(30))).paid("O-" + i, "10.00");
        }
        AccountDetails details = details(account);

        assertThat(JSON.writeValueAsBytes(details).length).isLessThan(2_000);
        assertThat(details.balance()).isEqualTo(20_000);
        assertThat(details.endings().incomplete()).isTrue();
        assertThat(details.endings().next()).isEmpty();
    }

    @Test
    void aDocumentOfBeforeThereWerePursesKnowsItsBalance() {
        String old = """
                {"customerId":"c-1","balance":75,"earned":100,"reversed":25,"entries":2,
                 "openedAt":"2026-03-01T09:30:00Z","updatedAt":"2026-03-01T09:30:00Z","version":2}""";

        assertThat(JSON.readValue(old, AccountDetails.class).purse("points").available())
                .isEqualTo(75);
    }

    private static RulesFixture ruleOf(long seed) {
        var rules = rules().statusPurse("status").tiers(TiersFixture.spend("silver", "300", "gold", "900"));
        return switch ((int) Math.floorMod(seed, 4)) {
            case 0 -> rules;
            case 1 -> rules.expiring(ExpiryRule.rolling(3)).pendingAfterPayment(10);
            case 2 -> rules.expiring(ExpiryRule.inactivity(2));
            default -> rules.pendingUntilDelivered(7, 30).expiring(ExpiryRule.rolling(6));
        };
    }

    private static LedgerFixture someHistory(Random random, RulesFixture rules, int steps) {
        var account = newAccount().under(rules);
        int orders = 0;
        for (int step = 0; step < steps; step++) {
            account.at(account.now().plusSeconds(random.nextInt(6 * 86_400)));
            String order = "O-" + random.nextInt(orders + 1);
            String hold = "H-" + random.nextInt(6);
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> account.paid("O-" + orders++, Integer.toString(random.nextInt(300)));
                case 3 -> account.returned(order, "R-" + step, Integer.toString(random.nextInt(80)));
                case 4 -> account.cancelled(order);
                case 5 -> account.delivered(order);
                case 6 ->
                    account.take(new LoyaltyCommand.HoldPoints(
                            LedgerFixture.ACCOUNT,
                            hold,
                            "points",
                            1 + random.nextInt(60),
                            LedgerFixture.order(order),
                            account.now().plus(Duration.ofMinutes(10)),
                            account.stamp("hold-" + step)));
                case 7 ->
                    account.take(
                            new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, hold, account.stamp("spend-" + step)));
                default -> account.looked(account.now());
            }
        }
        return account;
    }

    private static AccountDetails details(LedgerFixture account) {
        var view = new AccountDetailsView();
        AccountDetails details = null;
        for (var line : Lines.of(account.events())) {
            details = view.evolve(details, Listed.recorded(line));
        }
        assertThat(details)
                .isEqualTo(AccountDetails.folded(CustomerKey.parse(LedgerFixture.ACCOUNT), Lines.of(account.events()))
                        .orElseThrow());
        return details;
    }
}
