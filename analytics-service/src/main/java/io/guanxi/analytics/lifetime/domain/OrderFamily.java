package io.guanxi.analytics.lifetime.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The families of models of which one is fitted. */
public enum OrderFamily {
    /** Customers may leave after each repeat purchase. */
    BG_NBD("bg-nbd", List.of("r", "alpha", "a", "b")),
    /** Customers may leave after each purchase, also after the first one. */
    MBG_NBD("mbg-nbd", List.of("r", "alpha", "a", "b")),
    /** Customers may leave at any time. */
    PARETO_NBD("pareto-nbd", List.of("r", "alpha", "s", "beta"));

    private final String code;
    private final List<String> parameters;

    OrderFamily(String code, List<String> parameters) {
        this.code = code;
        this.parameters = parameters;
    }

    /** As it is written where models are stored and published. */
    public String code() {
        return code;
    }

    /** The letters of its parameters, in the order of the literature. */
    public List<String> parameters() {
        return parameters;
    }

    public static Optional<OrderFamily> of(String code) {
        return Arrays.stream(values())
                .filter(family -> family.code.equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException if a parameter is missing or not above 0 */
    public OrderModel model(Map<String, Double> values) {
        double[] four = parameters.stream()
                .mapToDouble(letter -> {
                    Double value = values.get(letter);
                    return value == null ? Double.NaN : value;
                })
                .toArray();
        return model(four);
    }

    OrderModel model(double[] four) {
        return switch (this) {
            case BG_NBD -> new BgNbd(four[0], four[1], four[2], four[3]);
            case MBG_NBD -> new MbgNbd(four[0], four[1], four[2], four[3]);
            case PARETO_NBD -> new ParetoNbd(four[0], four[1], four[2], four[3]);
        };
    }
}
