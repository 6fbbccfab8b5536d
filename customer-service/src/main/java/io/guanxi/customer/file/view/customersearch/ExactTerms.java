package io.guanxi.customer.file.view.customersearch;

import java.util.Locale;

/** In which form values are compared that are found only whole. */
final class ExactTerms {

    private ExactTerms() {}

    /** E-mail addresses regardless of case; shop ids and telephone numbers as they are. */
    static String folded(SearchKind kind, String value) {
        return kind == SearchKind.EMAIL ? value.toLowerCase(Locale.ROOT) : value;
    }
}
