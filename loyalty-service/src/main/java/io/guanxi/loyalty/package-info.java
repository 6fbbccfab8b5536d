/** The loyalty service: it runs the programme and keeps the ledger of points. */
@NullMarked
package io.guanxi.loyalty;

import org.jspecify.annotations.NullMarked;
