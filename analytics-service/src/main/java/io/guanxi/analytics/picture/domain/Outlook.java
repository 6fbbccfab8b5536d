package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Timeline;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a customer after a day if the versions of that day stayed: without another order, or with one on the next
 * day. It is reviewed as everything is, so that what is announced is what happens.
 */
public final class Outlook {

    /** How far it looks ahead. */
    public static final int DAYS = 730;

    /** Beyond this much no order is looked for. */
    private static final BigDecimal GREATEST_ORDER = new BigDecimal("100000000");

    private static final BigDecimal SMALLEST_ORDER = new BigDecimal("0.01");

    private final CustomerHistory history;
    private final Standing standing;
    private final LocalDate day;
    private final InForce inForce;

    private @Nullable Standing future;

    /**
     * @param standing advanced to the day or beyond
     * @param inForce on the day
     */
    public Outlook(CustomerHistory history, Standing standing, LocalDate day, InForce inForce) {
        this.history = known(history, day);
        this.standing = standing.asOf(day);
        this.day = day;
        this.inForce = inForce;
    }

    private static CustomerHistory known(CustomerHistory history, LocalDate day) {
        List<Flow> flows = history.purchases().flows().stream()
                .filter(flow -> !flow.effective().isAfter(day))
                .toList();
        TreeMap<String, LocalDate> referrals = new TreeMap<>(history.referrals());
        referrals.values().removeIf(referral -> referral.isAfter(day));
        return new CustomerHistory(
                new PurchaseHistory(flows), known(history.tiers(), day), known(history.stages(), day), referrals);
    }

    private static Timeline known(Timeline timeline, LocalDate day) {
        return new Timeline(new TreeMap<>(timeline.values()
                .headMap(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())));
    }

    /** Versions of one day, for ever. */
    private record Staying(InForce inForce, int generation) implements InForceHistory {

        @Override
        public InForce on(LocalDate day) {
            return inForce.at(day);
        }

        @Override
        public List<LocalDate> changes(LocalDate after, LocalDate until) {
            return List.of();
        }
    }

    /** What the reviews would find if nothing more was heard of the customer. */
    public Standing withoutOrders() {
        if (future == null) {
            future = standing.advanced(history, day.plusDays(DAYS), staying());
        }
        return future;
    }

    private InForceHistory staying() {
        return new Staying(inForce, standing.generation());
    }

    /** The next grade if no order comes; empty if it stays. */
    public Optional<GradeChange> nextGrade() {
        return withoutOrders().grades().stream()
                .filter(change -> change.day().isAfter(day))
                .findFirst();
    }

    /** The next lapse if no order comes; empty if none begins. */
    public Optional<Lapse> nextLapse() {
        return withoutOrders().lapses().stream()
                .filter(lapse -> lapse.began().isAfter(day))
                .findFirst();
    }

    /** The day on which the customer would leave a segment or come to it if no order comes; empty if it stays. */
    public Optional<LocalDate> nextMove(String segment) {
        for (Membership stay : withoutOrders().memberships()) {
            if (stay.segment().equals(segment)) {
                if (stay.entered().isAfter(day)) {
                    return Optional.of(stay.entered());
                }
                if (stay.left() != null && stay.left().isAfter(day)) {
                    return Optional.of(stay.left());
                }
            }
        }
        return Optional.empty();
    }

    /** The first day on which the risk would be of a higher band if no order comes; empty if it stays. */
    public Optional<LocalDate> higherRisk(RiskBand than) {
        RunningPurchases purchases = new RunningPurchases(history.purchases().flows());
        for (LocalDate later = day.plusDays(1); later.isBefore(day.plusDays(DAYS)); later = later.plusDays(1)) {
            InForce then = inForce.at(later);
            Risk risk = new Reading(purchases.at(later, then), history, later, then).risk();
            if (risk != null && risk.band().compareTo(than) > 0) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    /** The day after the one that is asked for, on which an order is thought of. */
    public LocalDate nextDay() {
        return day.plusDays(1);
    }

    /** The customer at the end of the next day, with one more order on it; empty if nothing says in which currency. */
    public Optional<CustomerPicture> afterOrder(BigDecimal amount) {
        Conversion comparison = inForce.comparison();
        if (comparison == null) {
            return Optional.empty();
        }
        LocalDate next = nextDay();
        TreeMap<String, Sums> sums = new TreeMap<>();
        sums.put(comparison.currency(), new Sums(1, Amounts.exact(amount), Amounts.ZERO));
        List<Flow> flows = new ArrayList<>(history.purchases().flows());
        flows.add(new Flow(next, next, 1, 1, 0, new SumsByCurrency(sums)));
        CustomerHistory more = history.with(PurchaseHistory.of(flows));
        Standing then = standing.advanced(more, next, staying());
        return Optional.of(CustomerPicture.of(more, then, next, inForce.at(next)));
    }

    /**
     * The smallest order on the next day, to the cent, that makes something true which larger orders make true all the more.
     * Empty if none does.
     */
    public Optional<BigDecimal> smallestOrder(Predicate<CustomerPicture> goal) {
        if (!reaches(GREATEST_ORDER, goal)) {
            return Optional.empty();
        }
        long enough = cents(GREATEST_ORDER);
        long tooLittle = cents(SMALLEST_ORDER) - 1;
        while (enough - tooLittle > 1) {
            long middle = (enough + tooLittle) >>> 1;
            if (reaches(BigDecimal.valueOf(middle, 2), goal)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return Optional.of(BigDecimal.valueOf(enough, 2));
    }

    private boolean reaches(BigDecimal amount, Predicate<CustomerPicture> goal) {
        return afterOrder(amount).filter(goal).isPresent();
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
