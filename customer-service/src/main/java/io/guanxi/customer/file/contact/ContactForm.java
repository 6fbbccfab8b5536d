package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import java.net.IDN;
import java.text.Normalizer;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The one form in which each kind of contact value is kept, so that the same value is never two. */
public final class ContactForm {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}]");
    private static final Pattern LOCAL_PART = Pattern.compile("[^@\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PHONE_SIGNS = Pattern.compile("[\\s().\\-/\u2010-\u2015]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,15}");

    private ContactForm() {}

    /**
     * The value in its form: a name composed (NFC) and with single blanks; an e-mail address with its domain in lower-case
     * ASCII and its local part as given; a telephone number as digits, led by a plus if it has a country code (a leading
     * 00 is one); a language as a well-formed BCP 47 tag.
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
                || name.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(name).find()) {
            throw new UnusableValue("must be 1 to " + LONGEST_NAME + " printable characters");
        }
        return name;
    }

    private static String email(String given) {
        var email = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        var at = email.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || email.length() > LONGEST_EMAIL) {
            throw new UnusableValue("must be an e-mail address of at most " + LONGEST_EMAIL + " characters");
        }
        var local = email.substring(0, at);
        var host = asciiHost(email.substring(at + 1));
        if (!LOCAL_PART.matcher(local).matches() || !HOST_NAME.matcher(host).matches()) {
            throw new UnusableValue("must be an e-mail address: name@host.domain");
        }
        return local + "@" + host;
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
        try {
            var tag = new Locale.Builder().setLanguageTag(given.strip()).build().toLanguageTag();
            if (tag.equals("und")) {
                throw new UnusableValue("must be a language tag such as zh-CN");
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw new UnusableValue("must be a language tag such as zh-CN");
        }
    }
}
