/** Answers: what are a customer's points made of, the newest first? */
@NullMarked
package io.guanxi.loyalty.account.view.accountentries;

import org.jspecify.annotations.NullMarked;
