package io.guanxi.standalone.simulation;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A made-up customer of the simulated shop.
 *
 * @param eagerness how often this one buys, relative to the others: few buy much, many buy little
 */
record Shopper(String externalId, String name, String email, String phone, double eagerness) {

    private static final List<String> GIVEN =
            List.of("Mei", "Jun", "Li", "Hua", "Anna", "Omar", "Sofia", "Chen", "Yuki", "Ravi", "Nora", "Tao");
    private static final List<String> FAMILY = List.of(
            "Wang", "Zhang", "Lin", "Okafor", "Garcia", "Tanaka", "Singh", "Berg", "Rossi", "Zhao", "Khan", "Xu");

    static Shopper make(int number, RandomGenerator random) {
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        String id = String.format(Locale.ROOT, "C%05d", number);
        return new Shopper(
                id,
                given + " " + family,
                (given + "." + family + "." + number).toLowerCase(Locale.ROOT) + "@example.com",
                String.format(Locale.ROOT, "+86131%08d", random.nextInt(100_000_000)),
                Math.pow(random.nextDouble(), 3) + 0.02);
    }
}
