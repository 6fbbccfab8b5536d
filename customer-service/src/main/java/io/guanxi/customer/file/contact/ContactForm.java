package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The one form in which each kind of contact value is kept, so that the same value is never two. What is kept is published,
 * so all of it is valid by the schema of a profile.
 */
public final class ContactForm {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LANGUAGE = 35;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}]");
    private static final Pattern LOCAL_PART = Pattern.compile("[^@\\s\\p{Z}\\p{Cc}\\p{Cs}]+");
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\s().\\-/\u2010-\u2015]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}");

    private ContactForm() {}

    /**
     * The value in its form: a name composed (NFC) and with single blanks; an e-mail address with its domain in lower-case
     * ASCII and its local part as given; a telephone number as digits, led by a plus if it has a country code (a leading
     * 00 is one); a language as a tag in the case that BCP 47 recommends.
     *
     * @throws UnusableValue if it cannot be brought into that form
     */
    public static String of(ContactField field, String given) {
        return switch (field) {
            case NAME -> name(given);
            case EMAIL -> email(given);
            case PHONE -> phone(given);
            case LANGUAGE -> language(given);
        };
    }

    /**
     * All values in their forms.
     *
     * @throws UnusableProfile if any cannot be brought into it
     */
    public static Profile profile(Map<ContactField, String> given) {
        var values = new TreeMap<ContactField, String>();
        var expected = new TreeMap<ContactField, String>();
        given.forEach((field, value) -> {
            try {
                values.put(field, of(field, value));
            } catch (UnusableValue e) {
                expected.put(field, e.expected());
            }
        });
        if (!expected.isEmpty()) {
            throw new UnusableProfile(expected);
        }
        return new Profile(values);
    }

    private static String name(String given) {
        var name = BLANKS.matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (name.isEmpty()
                || length(name) > LONGEST_NAME
                || UNPRINTABLE.matcher(name).find()) {
            throw new UnusableValue("must be 1 to " + LONGEST_NAME + " printable characters");
        }
        return name;
    }

    private static String email(String given) {
        var email = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        var at = email.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || email.length() > LONGEST_EMAIL) {
            throw tooLongForAnEmail();
        }
        var local = email.substring(0, at);
        var host = asciiHost(email.substring(at + 1));
        if (!LOCAL_PART.matcher(local).matches() || !HOST_NAME.matcher(host).matches()) {
            throw new UnusableValue("must be an e-mail address: name@host.domain");
        }
        if (local.length() + 1 + host.length() > LONGEST_EMAIL) {
            throw tooLongForAnEmail();
        }
        return local + "@" + host;
    }

    private static UnusableValue tooLongForAnEmail() {
        return new UnusableValue("must be an e-mail address of at most " + LONGEST_EMAIL
                + " characters, its host in ASCII, and at most " + LONGEST_LOCAL_PART + " of them before the @");
    }

    private static String asciiHost(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new UnusableValue("must be an e-mail address whose host is a domain name");
        }
    }

    private static String phone(String given) {
        var digits = PHONE_SIGNS
                .matcher(Normalizer.normalize(given, Normalizer.Form.NFKC))
                .replaceAll("");
        var phone = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        if (!PHONE.matcher(phone).matches()) {
            throw new UnusableValue("must be a telephone number of 3 to 15 digits");
        }
        return phone;
    }

    private static String language(String given) {
        var tag = given.strip();
        if (tag.length() > LONGEST_LANGUAGE || !LANGUAGE.matcher(tag).matches()) {
            throw new UnusableValue("must be a language tag such as zh-CN");
        }
        return inRecommendedCase(tag);
    }

    /** Lower case, but for a script (zh-Hans) and a region (zh-CN); after a single character all is lower case (RFC 5646, 2.1.1). */
    private static String inRecommendedCase(String tag) {
        var subtags = tag.toLowerCase(Locale.ROOT).split("-");
        for (var at = 1; at < subtags.length && subtags[at].length() > 1; at++) {
            subtags[at] = switch (subtags[at].length()) {
                case 2 -> subtags[at].toUpperCase(Locale.ROOT);
                case 4 -> subtags[at].substring(0, 1).toUpperCase(Locale.ROOT) + subtags[at].substring(1);
                default -> subtags[at];
            };
        }
        return String.join("-", subtags);
    }

    /** As the schema counts. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
