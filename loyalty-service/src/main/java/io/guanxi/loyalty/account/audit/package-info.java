/** Folds the log again and says whether every view tells the same. */
@NullMarked
package io.guanxi.loyalty.account.audit;

import org.jspecify.annotations.NullMarked;
