package io.guanxi.standalone.simulation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up customer of the simulated shop.
 *
 * @param address where parcels go; only the shop knows it
 * @param birthday only the shop knows it; never the 29th of February
 * @param referredBy the external id of the customer who recommended the shop; absent if nobody did
 * @param eagerness how often this one buys, relative to the others: few buy much, many buy little
 */
record Shopper(
        String externalId,
        String name,
        String email,
        String phone,
        String address,
        MonthDay birthday,
        @Nullable String referredBy,
        double eagerness) {

    private static final List<String> GIVEN =
            List.of("Mei", "Jun", "Li", "Hua", "Anna", "Omar", "Sofia", "Chen", "Yuki", "Ravi", "Nora", "Tao");
    private static final List<String> FAMILY = List.of(
            "Wang", "Zhang", "Lin", "Okafor", "Garcia", "Tanaka", "Singh", "Berg", "Rossi", "Zhao", "Khan", "Xu");

    private static final double RECOMMENDED = 0.2;

    /** Of those who were recommended; a programme may not want to reward them. */
    private static final double SAME_ADDRESS = 0.1;

    private static final int BIRTHDAY_IS_NEAR_DAYS = 7;

    /** @param earlier the customers who were there before; one of them may have recommended the shop */
    static Shopper make(int number, List<Shopper> earlier, RandomGenerator random) {
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        Shopper friend = !earlier.isEmpty() && random.nextDouble() < RECOMMENDED
                ? earlier.get(random.nextInt(earlier.size()))
                : null;
        return new Shopper(
                String.format(Locale.ROOT, "C%05d", number),
                given + " " + family,
                (given + "." + family + "." + number).toLowerCase(Locale.ROOT) + "@example.com",
                String.format(Locale.ROOT, "+86131%08d", random.nextInt(100_000_000)),
                friend != null && random.nextDouble() < SAME_ADDRESS ? friend.address() : number + " Willow Lane",
                MonthDay.from(LocalDate.ofYearDay(2001, 1 + random.nextInt(365))),
                friend == null ? null : friend.externalId(),
                Math.pow(random.nextDouble(), 3) + 0.02);
    }

    /** Whether the birthday is within a week before or after the day. */
    boolean hasBirthdayAround(LocalDate day) {
        return IntStream.rangeClosed(-BIRTHDAY_IS_NEAR_DAYS, BIRTHDAY_IS_NEAR_DAYS)
                .mapToObj(day::plusDays)
                .anyMatch(near -> MonthDay.from(near).equals(birthday));
    }
}
