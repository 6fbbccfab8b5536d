package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.EntryKind;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.explain.BalanceExplanation.Lines;
import io.guanxi.loyalty.account.explain.BalanceExplanation.Purse;
import io.guanxi.loyalty.account.explain.BalanceExplanation.Rest;
import io.guanxi.loyalty.account.history.AccountThen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Explains what an account's points were made of at a moment: the lines that moved them, and the lots that they were. */
public final class ExplainingABalance {

    private static final int MOST_LOTS = 500;

    private final AccountThen then;

    private final ZoneId zone;

    /** The line that made each lot. */
    private final Map<String, LedgerEntry> origins = new HashMap<>();

    private final Map<String, Map<EntryKind, Lines>> lines = new HashMap<>();

    private ExplainingABalance(AccountThen then, ZoneId zone) {
        this.then = then;
        this.zone = zone;
        then.lines().forEach(line -> {
            if (line.event() instanceof LedgerEntry entry) {
                entry.lots().forEach(lot -> origins.putIfAbsent(lot.id(), entry));
                lines.computeIfAbsent(entry.purse(), purse -> new EnumMap<>(EntryKind.class))
                        .merge(EntryKind.of(entry), of(entry), ExplainingABalance::sum);
            }
        });
    }

    /** @param zone in which days are named */
    public static BalanceExplanation explain(AccountThen then, ZoneId zone) {
        var explaining = new ExplainingABalance(then, zone);
        Stream<String> others =
                then.account().purses().keySet().stream().filter(purse -> !purse.equals(LedgerEntry.MAIN_PURSE));
        return new BalanceExplanation(
                then.asOf(),
                then.knownAt(),
                Stream.concat(Stream.of(LedgerEntry.MAIN_PURSE), others)
                        .map(explaining::purse)
                        .toList());
    }

    private Purse purse(String code) {
        PurseStanding standing = then.account().purse(code);
        List<Rest> lots = then.account().lots().open().values().stream()
                .filter(lot -> lot.lot().purse().equals(code))
                .map(lot -> rest(lot, standing))
                .sorted(ENDING_FIRST)
                .toList();
        Map<EntryKind, Lines> made = lines.getOrDefault(code, Map.of());
        var told = new BalanceStory(then.asOf(), zone, code, standing, made, lots);
        return new Purse(
                code,
                standing.available(),
                standing.pending(),
                standing.held(),
                standing.debt(),
                standing.given(),
                standing.used(),
                List.copyOf(made.values()),
                lots.stream().limit(MOST_LOTS).toList(),
                Math.max(0, lots.size() - MOST_LOTS),
                Language.inEach(wording -> wording.standing().balance(told, wording.phrases())));
    }

    /** All that is told of a balance. */
    record BalanceStory(
            Instant asOf,
            ZoneId zone,
            String purse,
            PurseStanding standing,
            Map<EntryKind, Lines> lines,
            List<Rest> lots) {}

    private static final Comparator<Rest> ENDING_FIRST = Comparator.comparing(
                    Rest::ends, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Rest::since)
            .thenComparing(Rest::entryId);

    private Rest rest(LotStanding lot, PurseStanding standing) {
        LedgerEntry origin = origins.get(lot.lot().id());
        OrderRef order = origin instanceof OrderEntry entry ? entry.order() : null;
        return new Rest(
                lot.lot().id(),
                origin == null ? null : EntryKind.of(origin).code(),
                order == null ? null : order.shop(),
                order == null ? null : order.orderId(),
                lot.available(),
                lot.pending(),
                lot.held(),
                lot.lot().since(),
                lot.pending() > 0 ? lot.matures() : null,
                lot.lot().ends(standing.lastUse()));
    }

    private static Lines of(LedgerEntry entry) {
        return new Lines(
                EntryKind.of(entry).code(),
                1,
                entry.change(),
                entry.changeOf(Bucket.PENDING),
                entry.changeOf(Bucket.HELD),
                entry.debtChange());
    }

    private static Lines sum(Lines one, Lines other) {
        return new Lines(
                one.kind(),
                one.count() + other.count(),
                one.available() + other.available(),
                one.pending() + other.pending(),
                one.held() + other.held(),
                one.debt() + other.debt());
    }
}
