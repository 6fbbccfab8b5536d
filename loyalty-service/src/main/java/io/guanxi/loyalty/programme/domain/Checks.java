package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is impossible about one part of the rules, so that all of it is told at once. */
final class Checks {

    /** The largest balance that the published schemas allow. */
    static final long MOST_POINTS = 1_000_000_000_000_000L;

    static final int MOST_DAYS = 3_650;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 50;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DECIMALS = 6;
    private static final int LONGEST_TEXT = 100;

    private final List<ImpossibleRules.Fault> faults = new ArrayList<>();

    void that(boolean holds, String pointer, @Nullable Object found, String expected) {
        if (!holds) {
            faults.add(new ImpossibleRules.Fault(pointer, found == null ? "absent" : text(found), expected));
        }
    }

    /** @throws ImpossibleRules if anything was found */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new ImpossibleRules(faults);
        }
    }

    void code(String pointer, String code) {
        that(
                code.length() <= LONGEST_CODE && CODE.matcher(code).matches(),
                pointer,
                code,
                "at most " + LONGEST_CODE + " lower-case letters, digits and hyphens, such as double-points");
    }

    void within(String pointer, long value, long least, long most) {
        that(value >= least && value <= most, pointer, value, least + " to " + most);
    }

    void withinIfThere(String pointer, @Nullable Number value, long least, long most) {
        if (value != null) {
            within(pointer, value.longValue(), least, most);
        }
    }

    void currency(String pointer, String currency) {
        that(CURRENCY.matcher(currency).matches(), pointer, currency, "an ISO 4217 code, three capital letters");
    }

    void amount(String pointer, BigDecimal amount, BigDecimal most) {
        that(
                amount.signum() >= 0 && amount.compareTo(most) <= 0 && amount.scale() <= MOST_DECIMALS,
                pointer,
                amount,
                "0 to " + most.toPlainString() + " with at most " + MOST_DECIMALS + " decimals");
    }

    void positive(String pointer, @Nullable Money value) {
        if (value != null) {
            that(
                    value.amount().signum() > 0 && value.amount().scale() <= MOST_DECIMALS,
                    pointer + "/amount",
                    value.amount(),
                    "more than 0 with at most " + MOST_DECIMALS + " decimals");
        }
    }

    void amounts(String pointer, Map<String, BigDecimal> amounts, BigDecimal most) {
        amounts.forEach((currency, amount) -> {
            String entry = pointer + "/" + escaped(currency);
            currency(entry, currency);
            amount(entry, amount, most);
        });
    }

    /** Words that others define, such as a shop's categories. */
    void words(String pointer, Set<String> words, int most) {
        that(words.size() <= most, pointer, words.size(), "at most " + most);
        that(words.stream().allMatch(Checks::isText), pointer, words, "texts of 1 to " + LONGEST_TEXT + " characters");
    }

    void names(String pointer, Map<String, String> names) {
        names.forEach((tag, name) -> {
            String entry = pointer + "/" + escaped(tag);
            that(isLanguageTag(tag), entry, tag, "a BCP 47 tag, such as zh-CN");
            that(isText(name), entry, name, "a text of 1 to " + LONGEST_TEXT + " characters");
        });
    }

    /** @param member under which an element of the list has its code */
    void unique(String list, List<String> codes, String member) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            that(seen.add(codes.get(i)), list + "/" + i + "/" + member, codes.get(i), "each once");
        }
    }

    void oneOf(String pointer, String code, Collection<String> known) {
        that(known.contains(code), pointer, code, known.isEmpty() ? "nothing, for there is none" : "one of " + known);
    }

    static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT;
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static String text(Object found) {
        return found instanceof BigDecimal decimal ? decimal.toPlainString() : found.toString();
    }
}
