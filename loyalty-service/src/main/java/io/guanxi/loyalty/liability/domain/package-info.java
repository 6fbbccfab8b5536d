/** Adds up what the ledger of points means for the books, and estimates how much of it will never be asked for. */
@NullMarked
package io.guanxi.loyalty.liability.domain;

import org.jspecify.annotations.NullMarked;
