/** Answers: on which accounts is something due? */
@NullMarked
package io.guanxi.loyalty.account.view.accountsdue;

import org.jspecify.annotations.NullMarked;
