/** Posts the differences of an approved correction, account by account. */
@NullMarked
package io.guanxi.loyalty.correction.job;

import org.jspecify.annotations.NullMarked;
