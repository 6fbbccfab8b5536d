/** Answers which family a customer's points go to. */
@NullMarked
package io.guanxi.loyalty.family.view.familymembers;

import org.jspecify.annotations.NullMarked;
