package io.guanxi.analytics.segment.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** How a number stands to a threshold. */
public enum Comparison {
    AT_LEAST("at-least", "≥") {
        @Override
        boolean holds(int sign) {
            return sign >= 0;
        }
    },
    AT_MOST("at-most", "≤") {
        @Override
        boolean holds(int sign) {
            return sign <= 0;
        }
    },
    MORE_THAN("more-than", ">") {
        @Override
        boolean holds(int sign) {
            return sign > 0;
        }
    },
    LESS_THAN("less-than", "<") {
        @Override
        boolean holds(int sign) {
            return sign < 0;
        }
    },
    EQUALS("equals", "=") {
        @Override
        boolean holds(int sign) {
            return sign == 0;
        }
    };

    private final String code;
    private final String symbol;

    Comparison(String code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    public static Optional<Comparison> named(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String symbol() {
        return symbol;
    }

    abstract boolean holds(int sign);

    boolean holds(BigDecimal value, BigDecimal threshold) {
        return holds(value.compareTo(threshold));
    }
}
