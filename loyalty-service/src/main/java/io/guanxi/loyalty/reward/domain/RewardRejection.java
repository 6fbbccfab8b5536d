package io.guanxi.loyalty.reward.domain;

import io.guanxi.kernel.Reason;

/** Why a reward cannot be had. */
public sealed interface RewardRejection extends Reason {

    record RewardIsGone(long stock) implements RewardRejection {
        @Override
        public String code() {
            return "reward-is-gone";
        }

        @Override
        public String message() {
            return "All " + stock + " of this reward are given; the points were not touched.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The points of this hold were let go before it had a unit. */
    record HoldIsOver(String holdId) implements RewardRejection {
        @Override
        public String code() {
            return "hold-is-over";
        }

        @Override
        public String message() {
            return "Hold " + holdId + " is over; ask for the reward again under another key.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
