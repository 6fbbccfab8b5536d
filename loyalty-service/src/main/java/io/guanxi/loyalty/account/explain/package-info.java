/** Says why an entry of the ledger is as it is, from the recorded event alone, as numbers and in words. */
@NullMarked
package io.guanxi.loyalty.account.explain;

import org.jspecify.annotations.NullMarked;
