package io.guanxi.loyalty.account.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the customer, and what they have had that is limited.
 *
 * @param grade absent if unknown
 * @param family the account that their points go to; absent if they are in no family
 * @param referral absent if nobody has recommended the shop to them
 * @param rewards how many they have had of each, by code
 * @param complaints those that were compensated
 * @param addresses digests of the last addresses that their orders went to
 * @param friends the accounts of those whom they were rewarded for
 */
public record Profile(
        @Nullable String grade,
        @Nullable String family,
        @Nullable Referral referral,
        Map<String, Integer> rewards,
        Set<String> complaints,
        List<String> addresses,
        Set<String> friends) {

    private static final int MOST_ADDRESSES = 100;

    static final Profile UNKNOWN = new Profile(null, null, null, Map.of(), Set.of(), List.of(), Set.of());

    public Profile {
        rewards = Collections.unmodifiableMap(new TreeMap<>(rewards));
        complaints = Collections.unmodifiableSet(new TreeSet<>(complaints));
        addresses = List.copyOf(addresses);
        friends = Collections.unmodifiableSet(new TreeSet<>(friends));
    }

    /**
     * Somebody has recommended the shop.
     *
     * @param order the order that makes it final
     * @param ruleVersion the version that says what it is worth
     */
    public record Referral(String referrer, OrderRef order, int ruleVersion, int finalAfterDays, Status status) {

        public enum Status {
            CLAIMED,
            FINAL,
            CONFIRMED,
            REFUSED
        }

        Referral now(Status next) {
            return new Referral(referrer, order, ruleVersion, finalAfterDays, next);
        }
    }

    Profile graded(@Nullable String now) {
        return new Profile(now, family, referral, rewards, complaints, addresses, friends);
    }

    Profile inFamily(@Nullable String now) {
        return new Profile(grade, now, referral, rewards, complaints, addresses, friends);
    }

    Profile referred(@Nullable Referral now) {
        return new Profile(grade, family, now, rewards, complaints, addresses, friends);
    }

    Profile rewarded(String reward, int more) {
        var counted = new TreeMap<>(rewards);
        counted.merge(reward, more, Integer::sum);
        return new Profile(grade, family, referral, counted, complaints, addresses, friends);
    }

    Profile compensated(String complaint) {
        var all = new TreeSet<>(complaints);
        all.add(complaint);
        return new Profile(grade, family, referral, rewards, all, addresses, friends);
    }

    /** @param digest absent if the shop did not say where an order went */
    Profile deliveredTo(@Nullable String digest) {
        if (digest == null || addresses.contains(digest)) {
            return this;
        }
        var all = new ArrayList<>(addresses);
        all.add(digest);
        List<String> last = all.subList(Math.max(0, all.size() - MOST_ADDRESSES), all.size());
        return new Profile(grade, family, referral, rewards, complaints, last, friends);
    }

    Profile brought(String friend) {
        var all = new TreeSet<>(friends);
        all.add(friend);
        return new Profile(grade, family, referral, rewards, complaints, addresses, all);
    }
}
