package io.guanxi.loyalty.care.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people send, and collects what is wrong with it, so that they learn all of it at once. */
final class Fields {

    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_WORD = 100;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** RFC 3339 has no moment from then on. */
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @throws RequestRefused if anything was wrong */
    void refuseIfAnyIsWrong() {
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
    }

    long points(String pointer, @Nullable Long points) {
        if (points == null || points < 1 || points > LoyaltyAccount.LARGEST_BALANCE) {
            wrong(pointer, "must be a whole number from 1 to " + LoyaltyAccount.LARGEST_BALANCE);
            return 1;
        }
        return points;
    }

    long pointsAddedOrTaken(String pointer, @Nullable Long points) {
        if (points == null
                || points == 0
                || points < -LoyaltyAccount.LARGEST_BALANCE
                || points > LoyaltyAccount.LARGEST_BALANCE) {
            wrong(
                    pointer,
                    "must be a whole number other than 0, from -" + LoyaltyAccount.LARGEST_BALANCE + " to "
                            + LoyaltyAccount.LARGEST_BALANCE);
            return 1;
        }
        return points;
    }

    /** The main purse if none is named. */
    String purse(String pointer, @Nullable String purse) {
        return purse == null ? LedgerEntry.MAIN_PURSE : code(pointer, purse);
    }

    String code(String pointer, @Nullable String code) {
        if (code == null || code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            wrong(
                    pointer,
                    "must be a code of at most " + LONGEST_CODE
                            + " lower-case letters, digits and hyphens, such as broken-cup");
        }
        return code == null ? "" : code;
    }

    String ticket(String pointer, @Nullable String ticket) {
        if (ticket == null || !UUID.matcher(ticket).matches()) {
            wrong(pointer, "must be a ticket's id, a UUID in lower case");
        }
        return ticket == null ? "" : ticket;
    }

    /** Another customer of the same tenant, as {@code tenant/customerId}. */
    String customer(String pointer, String tenant, @Nullable String customerId) {
        if (customerId == null || !UUID.matcher(customerId).matches()) {
            wrong(pointer, "must be a customer's id, a UUID in lower case");
            return "";
        }
        return new CustomerKey(tenant, customerId).toString();
    }

    /** A word of the shop's, or none. */
    @Nullable
    String word(String pointer, @Nullable String word) {
        if (word != null
                && (word.isBlank()
                        || word.length() > LONGEST_WORD
                        || CONTROL.matcher(word).find())) {
            wrong(pointer, "must be absent or have 1 to " + LONGEST_WORD + " characters");
        }
        return word;
    }

    @Nullable
    Instant moment(String pointer, @Nullable String moment) {
        if (moment == null) {
            return null;
        }
        try {
            Instant read = Instant.parse(moment);
            if (read.isBefore(YEAR_10000)) {
                return read;
            }
        } catch (DateTimeException e) {
            // It is as wrong as one that is too late.
        }
        wrong(pointer, "must be absent or a moment such as 2027-01-01T00:00:00Z, at the latest in the year 9999");
        return null;
    }

    private void wrong(String pointer, String message) {
        problems.add(FieldProblem.inBody(pointer, message));
    }
}
