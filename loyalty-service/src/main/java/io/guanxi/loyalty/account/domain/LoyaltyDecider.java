package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdvanceTime;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.Checkout;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.Giving;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteDelivery;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReceivePoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.Standing;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command does to an account.
 *
 * <p>First happens what was due before it, then what it asks for, then what follows from that; all of it is one commit. An
 * order earns once, a return counts once, a cancellation takes what is left; a repeated command does nothing.
 */
public final class LoyaltyDecider {

    private LoyaltyDecider() {}

    /** @param book the programme's versions that are known when it is decided */
    public static Decision<LoyaltyEvent, LoyaltyRejection> decide(
            LoyaltyAccount account, LoyaltyCommand command, RuleBook book) {
        boolean opens = !account.opened();
        if (opens && !canOpen(command)) {
            return Decision.refuse(new LoyaltyRejection.AccountIsNotOpen());
        }
        var course = new Unfolding(account, book);
        Instant at = account.timeOf(command.stamp().at());
        if (opens) {
            course.then(opening(command, at));
        }
        PassingOfTime.until(course, at, command.stamp().known());
        int beforehand = opens ? 0 : course.size();
        LoyaltyRejection refusal = apply(course, command, at);
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        if (course.size() == beforehand && !(command instanceof AdvanceTime)) {
            return Decision.nothing();
        }
        follow(course, command.stamp(), at);
        return Decision.accept(course.events());
    }

    private static @Nullable LoyaltyRejection apply(Unfolding course, LoyaltyCommand command, Instant at) {
        return switch (command) {
            case OrderNews news -> apply(course, news, at);
            case AdvanceTime advance -> null;
            case Checkout checkout -> CheckingOut.apply(course, checkout, at);
            case Giving giving -> GivingPoints.apply(course, giving, at);
            case Standing standing -> ChangingStanding.apply(course, standing, at);
        };
    }

    private static @Nullable LoyaltyRejection apply(Unfolding course, OrderNews news, Instant at) {
        return switch (news) {
            case NoteOrder note -> null;
            case EarnForPayment payment -> EarningPoints.earn(course, payment, at);
            case NoteDelivery delivery -> deliver(course, delivery, at);
            case ReverseForReturn goods -> ReversingPoints.goodsReturned(course, goods, at);
            case ReverseForCancellation cancellation -> ReversingPoints.cancelled(course, cancellation, at);
        };
    }

    private static @Nullable LoyaltyRejection deliver(Unfolding course, NoteDelivery c, Instant at) {
        if (course.account().order(c.order()).delivered() == null) {
            course.then(
                    new Fact.DeliveryNoted(c.order(), c.delivered(), c.stamp().cause(), at));
        }
        return null;
    }

    /** What has become due by the command itself happens with it, and the tier follows the orders. */
    private static void follow(Unfolding course, Stamp stamp, Instant at) {
        PassingOfTime.until(course, at, stamp.known());
        Tiers.follow(course, stamp, at);
        PassingOfTime.until(course, at, stamp.known());
        Instant due = Due.next(course.account());
        if (!Objects.equals(due, course.account().due())) {
            course.then(new DueSet(due, at));
        }
    }

    private static boolean canOpen(LoyaltyCommand command) {
        return command instanceof OrderNews || command instanceof ReceivePoints;
    }

    private static AccountOpened opening(LoyaltyCommand command, Instant at) {
        OrderRef order = command instanceof OrderNews news ? news.order() : null;
        return new AccountOpened(command.account(), order, command.stamp().cause(), at);
    }
}
