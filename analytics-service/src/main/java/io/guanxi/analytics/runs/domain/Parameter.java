package io.guanxi.analytics.runs.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a kind of run.
 *
 * @param standard what is taken if none is given, {@link #AS_OF} for the day of the run; null if it may be absent
 */
record Parameter(String name, Form form, @Nullable String standard) {

    static final String AS_OF = "as-of";

    /** What can be written for a parameter. */
    sealed interface Form {

        /** Said of a value that is none. */
        String expected();

        /** The one way in which this value is written; empty if it is none. */
        Optional<String> written(String value);

        record OneOf(List<String> words) implements Form {

            @Override
            public String expected() {
                return "must be one of " + String.join(", ", words);
            }

            @Override
            public Optional<String> written(String value) {
                return Optional.of(value).filter(words::contains);
            }
        }

        record Day() implements Form {

            @Override
            public String expected() {
                return "must be a date such as 2026-01-31, from 1990 on";
            }

            @Override
            public Optional<String> written(String value) {
                try {
                    return Optional.of(LocalDate.parse(value))
                            .filter(day -> day.getYear() >= 1990 && day.getYear() <= 9999)
                            .map(LocalDate::toString);
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }

        record Currency() implements Form {

            @Override
            public String expected() {
                return "must be an ISO 4217 code";
            }

            @Override
            public Optional<String> written(String value) {
                return Optional.of(value).filter(code -> code.matches("[A-Z]{3}"));
            }
        }

        record Whole(long least, long most) implements Form {

            @Override
            public String expected() {
                return "must be a whole number, %d to %d".formatted(least, most);
            }

            @Override
            public Optional<String> written(String value) {
                try {
                    long number = Long.parseLong(value);
                    return number < least || number > most ? Optional.empty() : Optional.of(Long.toString(number));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }

        /** Both ends belong to it. */
        record Decimal(String least, String most) implements Form {

            private static final int MOST_CHARACTERS = 20;

            @Override
            public String expected() {
                return "must be a number, %s to %s".formatted(least, most);
            }

            @Override
            public Optional<String> written(String value) {
                if (value.length() > MOST_CHARACTERS) {
                    return Optional.empty();
                }
                try {
                    BigDecimal number = new BigDecimal(value);
                    boolean within =
                            number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
                    return within ? Optional.of(plain(number)) : Optional.empty();
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }

            private static String plain(BigDecimal number) {
                return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            }
        }
    }
}
