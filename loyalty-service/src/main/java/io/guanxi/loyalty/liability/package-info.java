/** Says what the programme owes its customers: day by day for the general ledger, and at any date. */
@NullMarked
package io.guanxi.loyalty.liability;

import org.jspecify.annotations.NullMarked;
