/** Reads an account's recorded events again. */
@NullMarked
package io.guanxi.loyalty.account.history;

import org.jspecify.annotations.NullMarked;
