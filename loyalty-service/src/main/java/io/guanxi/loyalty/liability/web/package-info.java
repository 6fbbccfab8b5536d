/** Gives the books to those who keep the general ledger. */
@NullMarked
package io.guanxi.loyalty.liability.web;

import org.jspecify.annotations.NullMarked;
