package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CustomerThen;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.Hold;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyRejection;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.Voucher;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * What really happened to one account: everything a customer, a shop, a person or time can do, in any order, late, repeated and
 * refused, decided as it came by the versions that were published by then.
 */
final class RandomHistory {

    static final String ACCOUNT = "t/customer";
    static final Instant BEGIN = Instant.parse("2026-01-05T03:00:00Z");

    private static final String FAMILY = "t/family";

    private final RandomGenerator random;
    private final RuleBook book;
    private final List<RecordedChange> changes = new ArrayList<>();
    private final Map<OrderRef, CorrectableOrder> paid = new HashMap<>();
    private final Set<String> reached = new TreeSet<>();
    private LoyaltyAccount account = LoyaltyAccount.unopened();
    private Instant clock = BEGIN;
    private int told;

    private record CorrectableOrder(OrderFacts facts, CustomerThen then) {}

    private RandomHistory(RandomGenerator random, RuleBook book) {
        this.random = random;
        this.book = book;
    }

    static RandomHistory of(RandomGenerator random, int commands) {
        RuleBook book = new RandomRules(random).book(BEGIN, Duration.ofDays(400));
        var history = new RandomHistory(random, book);
        for (int i = 0; i < commands; i++) {
            history.pass();
            history.tell(history.command());
        }
        return history;
    }

    RuleBook book() {
        return book;
    }

    List<RecordedChange> changes() {
        return changes;
    }

    /** When the last thing was recorded. */
    Instant end() {
        return clock;
    }

    /** Kinds of events that came about. */
    Set<String> reached() {
        return reached;
    }

    private void pass() {
        clock = switch (random.nextInt(atTheTill() ? 3 : 8)) {
            case 0 -> clock;
            case 1, 2, 3 -> clock.plusSeconds(random.nextInt(1, 3_600));
            case 4, 5, 6 -> clock.plusSeconds(random.nextInt(1, 10 * 86_400));
            default -> clock.plusSeconds(random.nextInt(1, 90 * 86_400));
        };
    }

    /** While something is kept aside, most of what happens is about that, and soon. */
    private boolean atTheTill() {
        return random.nextInt(4) > 0
                && (account.holds().values().stream().anyMatch(hold -> hold.status() == Hold.Status.OPEN)
                        || account.vouchers().values().stream()
                                .anyMatch(voucher -> voucher.status() == Voucher.Status.RESERVED));
    }

    private void tell(LoyaltyCommand command) {
        int times = random.nextInt(10) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            record(command);
        }
    }

    private void record(LoyaltyCommand command) {
        Decision<LoyaltyEvent, LoyaltyRejection> decision = LoyaltyDecider.decide(account, command, published());
        if (decision instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection> accepted) {
            for (LoyaltyEvent event : accepted.events()) {
                if (event instanceof Fact.PaymentNoted noted) {
                    OrderFacts facts = noted.facts();
                    paid.put(facts.order(), new CorrectableOrder(facts, CustomerThen.of(account, facts.order())));
                }
                account = LoyaltyAccount.evolve(account, event);
                // Events of one commit are not stored at quite the same time.
                Instant recorded = clock.plusNanos(1_000L * changes.size());
                changes.add(new RecordedChange(event, command.stamp().at(), recorded));
                reached.add(event.getClass().getSimpleName());
            }
        }
    }

    private RuleBook published() {
        return new RuleBook(book.versions().stream()
                .filter(version -> !version.publishedAt().isAfter(clock))
                .toList());
    }

    private LoyaltyCommand command() {
        return switch (atTheTill() ? random.nextInt(8, 14) : random.nextInt(20)) {
            case 0, 1, 2, 3 -> new LoyaltyCommand.EarnForPayment(ACCOUNT, facts(), late());
            case 4 -> new LoyaltyCommand.NoteOrder(ACCOUNT, order(), late());
            case 5, 6 -> delivered();
            case 7 -> new LoyaltyCommand.ReverseForReturn(ACCOUNT, order(), id("R", 3), money(200), late());
            case 8 -> new LoyaltyCommand.ReverseForCancellation(ACCOUNT, order(), late());
            case 9, 10, 11 -> checkout();
            case 12 -> voucher();
            case 13, 14 -> gift();
            case 15 -> standing();
            case 16 -> correction();
            default -> new LoyaltyCommand.AdvanceTime(ACCOUNT, now());
        };
    }

    private LoyaltyCommand delivered() {
        Stamp stamp = late();
        return new LoyaltyCommand.NoteDelivery(ACCOUNT, order(), stamp.at().minusSeconds(random.nextInt(3_600)), stamp);
    }

    private LoyaltyCommand checkout() {
        String hold = id("H", 12);
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                new LoyaltyCommand.HoldPoints(
                        ACCOUNT,
                        hold,
                        "points",
                        random.nextInt(1, 150),
                        order(),
                        clock.plusSeconds(random.nextInt(60, 30_000)),
                        now());
            case 2 -> new LoyaltyCommand.HoldForReward(ACCOUNT, hold, random.nextBoolean() ? "ten-off" : "mug", now());
            case 3 -> new LoyaltyCommand.SpendHeld(ACCOUNT, held(Hold.Status.OPEN, hold), now());
            case 4 ->
                new LoyaltyCommand.ReleaseHeld(ACCOUNT, held(Hold.Status.OPEN, hold), random.nextBoolean(), now());
            default ->
                new LoyaltyCommand.ReturnSpent(
                        ACCOUNT,
                        held(Hold.Status.SPENT, hold),
                        id("B", 3),
                        random.nextBoolean() ? null : random.nextLong(1, 60),
                        now());
        };
    }

    private String held(Hold.Status status, String otherwise) {
        return account.holds().values().stream()
                .filter(hold -> hold.status() == status)
                .map(Hold::holdId)
                .min(String::compareTo)
                .orElse(otherwise);
    }

    private LoyaltyCommand voucher() {
        String voucher = account.vouchers().values().stream()
                .filter(each -> each.status() != Voucher.Status.EXPIRED)
                .map(Voucher::voucherId)
                .min(String::compareTo)
                .orElse("V-0");
        return switch (random.nextInt(3)) {
            case 0 ->
                new LoyaltyCommand.ReserveVoucher(
                        ACCOUNT, voucher, order(), clock.plusSeconds(random.nextInt(60, 30_000)), now());
            case 1 -> new LoyaltyCommand.RedeemVoucher(ACCOUNT, voucher, order(), now());
            default -> new LoyaltyCommand.ReleaseVoucher(ACCOUNT, voucher, now());
        };
    }

    private LoyaltyCommand gift() {
        String transfer = id("T", 8);
        return switch (random.nextInt(6)) {
            case 0 ->
                new LoyaltyCommand.SendPoints(
                        ACCOUNT,
                        transfer,
                        random.nextBoolean() ? FAMILY : "t/friend",
                        "points",
                        random.nextInt(1, 100),
                        now());
            case 1 ->
                new LoyaltyCommand.ReceivePoints(
                        ACCOUNT, transfer, "t/friend", random.nextBoolean(), "points", parcels(), now());
            case 2 -> takenBack();
            case 3 ->
                new LoyaltyCommand.AdjustPoints(
                        ACCOUNT, id("A", 20), "points", random.nextInt(-80, 200) * 2 + 1, "because", "person", now());
            case 4 ->
                new LoyaltyCommand.GrantGoodwill(
                        ACCOUNT, id("C", 20), random.nextInt(1, 300), "sorry", "person", now());
            default ->
                new LoyaltyCommand.RewardReferrer(
                        ACCOUNT,
                        "t/friend-" + random.nextInt(4),
                        order(),
                        published().versions().getFirst().version(),
                        now());
        };
    }

    private List<GiftEntry.Parcel> parcels() {
        Instant ends = clock.plusSeconds(random.nextInt(1, 200 * 86_400));
        return List.of(
                new GiftEntry.Parcel(new Lot("sent-1", "points", BEGIN, null, null, ends, null), random.nextInt(1, 50)),
                new GiftEntry.Parcel(new Lot("sent-2", "points", BEGIN, null, null, null, null), 7));
    }

    private LoyaltyCommand takenBack() {
        for (RecordedChange change : changes) {
            if (change.event() instanceof GiftEntry.PointsSent sent && random.nextBoolean()) {
                return new LoyaltyCommand.TakeBackTransfer(
                        ACCOUNT, sent.transferId(), sent.to(), sent.purse(), sent.parcels(), now());
            }
        }
        return new LoyaltyCommand.TakeBackTransfer(ACCOUNT, "never-sent", "t/friend", "points", parcels(), now());
    }

    private LoyaltyCommand standing() {
        List<Finding> findings = List.of(new Finding("nobody-recommends-themselves", false));
        return switch (random.nextInt(7)) {
            case 0 -> new LoyaltyCommand.NoteGrade(ACCOUNT, random.nextBoolean() ? "vip" : null, now());
            case 1 -> new LoyaltyCommand.ConfirmReferral(ACCOUNT, findings, now());
            case 2 -> new LoyaltyCommand.RefuseReferral(ACCOUNT, findings, now());
            case 3 -> new LoyaltyCommand.JoinFamily(ACCOUNT, FAMILY, now());
            case 4 -> new LoyaltyCommand.LeaveFamily(ACCOUNT, FAMILY, now());
            case 5 ->
                new LoyaltyCommand.SetTierFloor(
                        ACCOUNT,
                        random.nextBoolean() ? "middle" : "high",
                        "promised",
                        "person",
                        random.nextBoolean() ? null : clock.plusSeconds(random.nextInt(1, 100 * 86_400)),
                        now());
            default -> new LoyaltyCommand.LiftTierFloor(ACCOUNT, "no more", "person", now());
        };
    }

    /** As soon as a correction is published, it reaches the orders; else nothing happens. */
    private LoyaltyCommand correction() {
        for (PublishedRules version : published().versions()) {
            if (version.corrects() != null && !paid.isEmpty()) {
                CorrectableOrder order = List.copyOf(paid.values()).get(random.nextInt(paid.size()));
                return new LoyaltyCommand.CorrectEarning(
                        ACCOUNT, "K-" + version.version(), order.facts(), order.then(), version.version(), now());
            }
        }
        return new LoyaltyCommand.AdvanceTime(ACCOUNT, now());
    }

    private OrderFacts facts() {
        return new OrderFacts(
                order(),
                money(600),
                late().at(),
                List.of(),
                null,
                Set.of(),
                random.nextInt(3) == 0 ? "t/friend" : null,
                null);
    }

    private OrderRef order() {
        return new OrderRef("shop", id("O", 10));
    }

    private String id(String kind, int different) {
        return kind + "-" + random.nextInt(different);
    }

    private Money money(int most) {
        return new Money(BigDecimal.valueOf(random.nextLong(most * 100L), 2), random.nextInt(9) == 0 ? "USD" : "CNY");
    }

    private Stamp now() {
        return new Stamp("request-" + told++, clock, clock);
    }

    private Stamp late() {
        Instant happened = random.nextInt(3) == 0 ? clock.minusSeconds(random.nextInt(40 * 86_400)) : clock;
        return new Stamp("event-" + told++, happened, clock);
    }
}
