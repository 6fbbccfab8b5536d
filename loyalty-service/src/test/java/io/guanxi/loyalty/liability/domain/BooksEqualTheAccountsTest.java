package io.guanxi.loyalty.liability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the books say is owed is what all accounts together have, whatever happens to them. */
class BooksEqualTheAccountsTest {

    private static final RuleBook RULES = new RuleBook(
            List.of(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, SomeRules.withEverything())));
    private static final int ACCOUNTS = 8;
    private static final int STEPS = 600;

    private final Map<String, LoyaltyAccount> accounts = new TreeMap<>();
    private final Map<String, Totals> books = new TreeMap<>();

    /** The basket that was filled last. */
    private LoyaltyCommand.@Nullable HoldPoints held;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void afterEveryStepTheBooksOweWhatTheAccountsHave(long seed) {
        var random = new Random(seed);
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (int step = 0; step < STEPS; step++) {
            // Baskets are paid within minutes, and points live for a year or two.
            now = now.plus(random.nextInt(3) > 0 ? Duration.ofSeconds(30) : Duration.ofHours(random.nextInt(250)));
            decide(any(random, new Stamp("cause-" + step, now, now)));
            assertThatTheBooksAgree(seed, step);
        }
        assertThat(books.get("points").lines().keySet())
                .as("seed %s", seed)
                .containsAll(EnumSet.of(Line.ISSUED, Line.MATURED, Line.REDEEMED, Line.EXPIRED, Line.REVERSED));
    }

    private void decide(LoyaltyCommand command) {
        String id = command.account();
        LoyaltyAccount account = accounts.getOrDefault(id, LoyaltyAccount.unopened());
        Decision<LoyaltyEvent, ?> decision = LoyaltyDecider.decide(account, command, RULES);
        if (decision instanceof Decision.Accepted<LoyaltyEvent, ?> accepted) {
            for (LoyaltyEvent event : accepted.events()) {
                account = LoyaltyAccount.evolve(account, event);
                if (event instanceof LedgerEntry entry) {
                    books.merge(entry.purse(), Totals.of(entry), Totals::plus);
                }
            }
            accounts.put(id, account);
        }
    }

    private void assertThatTheBooksAgree(long seed, int step) {
        books.forEach((purse, totals) -> {
            assertThat(totals.owed())
                    .as("usable, seed %s, step %s", seed, step)
                    .isEqualTo(all(purse, standing -> standing.available() + standing.held()));
            assertThat(totals.pending())
                    .as("pending, seed %s, step %s", seed, step)
                    .isEqualTo(all(purse, PurseStanding::pending));
            assertThat(totals.debt())
                    .as("debt, seed %s, step %s", seed, step)
                    .isEqualTo(all(purse, PurseStanding::debt));
        });
    }

    private long all(String purse, ToLongFunction<PurseStanding> of) {
        return accounts.values().stream()
                .mapToLong(account -> of.applyAsLong(account.purse(purse)))
                .sum();
    }

    private LoyaltyCommand any(Random random, Stamp stamp) {
        String account = "acme/c-" + random.nextInt(ACCOUNTS);
        var order = new OrderRef("web", account + "-" + random.nextInt(40));
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new LoyaltyCommand.EarnForPayment(
                        account,
                        new OrderFacts(
                                order,
                                cny(1 + random.nextInt(900)),
                                stamp.at(),
                                List.of(),
                                "app",
                                Set.of(),
                                null,
                                null),
                        stamp);
            case 2, 3 -> new LoyaltyCommand.NoteDelivery(account, order, stamp.at(), stamp);
            case 4 -> returned(account, order, random, stamp);
            case 5 -> held = holding(account, order, 1 + random.nextInt(200), stamp);
            case 6 -> spending(held, stamp);
            default -> new LoyaltyCommand.AdvanceTime(account, stamp);
        };
    }

    private static LoyaltyCommand.HoldPoints holding(String account, OrderRef order, long points, Stamp stamp) {
        Instant until = stamp.at().plusSeconds(600);
        return new LoyaltyCommand.HoldPoints(account, "h-" + stamp.cause(), "points", points, order, until, stamp);
    }

    private static LoyaltyCommand spending(LoyaltyCommand.@Nullable HoldPoints hold, Stamp stamp) {
        return hold == null
                ? new LoyaltyCommand.AdvanceTime("acme/c-0", stamp)
                : new LoyaltyCommand.SpendHeld(hold.account(), hold.holdId(), stamp);
    }

    private static LoyaltyCommand returned(String account, OrderRef order, Random random, Stamp stamp) {
        return random.nextBoolean()
                ? new LoyaltyCommand.ReverseForCancellation(account, order, stamp)
                : new LoyaltyCommand.ReverseForReturn(
                        account, order, "r-" + random.nextInt(3), cny(1 + random.nextInt(100)), stamp);
    }

    private static Money cny(long amount) {
        return new Money(BigDecimal.valueOf(amount), "CNY");
    }
}
