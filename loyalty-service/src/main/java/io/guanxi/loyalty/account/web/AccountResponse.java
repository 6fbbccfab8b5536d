package io.guanxi.loyalty.account.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails.Purse;
import io.guanxi.loyalty.account.view.accountdetails.Endings.Expiry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account at a glance.
 *
 * @param balance what can be used of the main purse
 * @param pending points of the main purse that are earned and have to be waited for
 * @param held points of the main purse that baskets keep aside
 * @param debt points that are owed in the main purse
 * @param earned points of the main purse that orders ever earned
 * @param reversed points of the main purse that were ever taken back for returned and cancelled orders
 * @param entries lines in the ledger
 * @param purses all of them, the main one first
 * @param tier absent if the account has none
 * @param grade absent if unknown
 * @param family the family whose account the points go to; absent if there is none
 * @param nextExpiry the next points of the main purse to be lost; absent if none will be
 * @param vouchers those that can still be used
 * @param updatedAt when the latest line happened
 * @param version sequence of the last event that is counted in
 */
record AccountResponse(
        String customerId,
        long balance,
        long pending,
        long held,
        long debt,
        long earned,
        long reversed,
        long entries,
        List<PurseResponse> purses,
        AccountDetails.@Nullable Tier tier,
        @Nullable String grade,
        @Nullable String family,
        @Nullable Expiry nextExpiry,
        List<VoucherResponse> vouchers,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /**
     * @param given points that ever came from outside
     * @param used points that ever went there
     */
    record PurseResponse(String code, long available, long pending, long held, long debt, long given, long used) {}

    /** @param reservedFor the order that keeps it aside; absent if none does */
    record VoucherResponse(
            String voucherId,
            String reward,
            Money value,
            Instant expires,
            @Nullable OrderRef reservedFor,
            @Nullable Instant reservedUntil) {}

    static AccountResponse of(AccountDetails account, @Nullable Expiry nextExpiry) {
        Purse main = account.purse(LedgerEntry.MAIN_PURSE);
        return new AccountResponse(
                account.customerId(),
                account.balance(),
                main.pending(),
                main.held(),
                main.debt(),
                account.earned(),
                account.reversed(),
                account.entries(),
                purses(account),
                account.tier(),
                account.grade(),
                account.family(),
                nextExpiry,
                account.vouchers().stream().map(AccountResponse::voucher).toList(),
                account.openedAt(),
                account.updatedAt(),
                account.version());
    }

    private static List<PurseResponse> purses(AccountDetails account) {
        Stream<String> others = account.purses().keySet().stream().filter(code -> !code.equals(LedgerEntry.MAIN_PURSE));
        return Stream.concat(Stream.of(LedgerEntry.MAIN_PURSE), others)
                .map(code -> purse(code, account.purse(code)))
                .toList();
    }

    private static PurseResponse purse(String code, Purse purse) {
        return new PurseResponse(
                code, purse.available(), purse.pending(), purse.held(), purse.debt(), purse.given(), purse.used());
    }

    private static VoucherResponse voucher(AccountDetails.UsableVoucher voucher) {
        return new VoucherResponse(
                voucher.voucherId(),
                voucher.reward(),
                voucher.value(),
                voucher.expires(),
                voucher.reservedFor(),
                voucher.reservedUntil());
    }
}
