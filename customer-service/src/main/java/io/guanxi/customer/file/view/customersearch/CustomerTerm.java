package io.guanxi.customer.file.view.customersearch;

import java.util.List;

/**
 * One term that leads to a customer.
 *
 * @param scope tenant and kind
 * @param term what is compared: a keyed hash, or for a name its folded text from one of its beginnings
 * @param siblings all terms of the same name, so that a customer is listed once although several fit; empty otherwise
 */
record CustomerTerm(String scope, String term, String customer, List<String> siblings) {

    CustomerTerm {
        siblings = List.copyOf(siblings);
    }

    /** Whether this is the first of the customer's terms that begin like this, in the order of the list. */
    boolean isFirstThatBeginsWith(String prefix) {
        return siblings.stream().noneMatch(other -> other.startsWith(prefix) && other.compareTo(term) < 0);
    }
}
