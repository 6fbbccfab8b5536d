/** Answers: who is this customer, what did they buy, what are they owed, what do they wait for? */
@NullMarked
package io.guanxi.gateway.customerview;

import org.jspecify.annotations.NullMarked;
