package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Purse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The present state of an account, as other systems read it from the compacted topic. */
record LoyaltyAccountState(
        String customerId,
        long balance,
        long pending,
        long held,
        long debt,
        long earned,
        long reversed,
        long entries,
        @Nullable Tier tier,
        List<PurseState> purses,
        @Nullable NextExpiry nextExpiry,
        Instant openedAt,
        Instant updatedAt) {

    /** @param until when it is reviewed, or its grace ends */
    record Tier(String code, Instant since, @Nullable Instant until) {}

    record PurseState(String code, long available, long pending, long held, long debt) {}

    record NextExpiry(long points, Instant at) {}

    static LoyaltyAccountState of(AccountDetails account) {
        Purse main = account.purse(LedgerEntry.MAIN_PURSE);
        return new LoyaltyAccountState(
                account.customerId(),
                account.balance(),
                main.pending(),
                main.held(),
                main.debt(),
                account.earned(),
                account.reversed(),
                account.entries(),
                tier(account.tier()),
                purses(account),
                account.endings()
                        .next()
                        .map(next -> new NextExpiry(next.points(), next.at()))
                        .orElse(null),
                account.openedAt(),
                account.updatedAt());
    }

    private static @Nullable Tier tier(AccountDetails.@Nullable Tier tier) {
        return tier == null
                ? null
                : new Tier(tier.code(), tier.since(), tier.grace() == null ? tier.review() : tier.grace());
    }

    /** The main one first. */
    private static List<PurseState> purses(AccountDetails account) {
        Stream<String> others = account.purses().keySet().stream().filter(code -> !code.equals(LedgerEntry.MAIN_PURSE));
        return Stream.concat(Stream.of(LedgerEntry.MAIN_PURSE), others)
                .map(code -> purse(code, account.purse(code)))
                .toList();
    }

    private static PurseState purse(String code, Purse purse) {
        return new PurseState(code, purse.available(), purse.pending(), purse.held(), purse.debt());
    }
}
