/** Answers: how many points does this customer have? */
@NullMarked
package io.guanxi.loyalty.account.view.accountdetails;

import org.jspecify.annotations.NullMarked;
