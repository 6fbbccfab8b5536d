/** What accounts do by themselves as time passes. */
@NullMarked
package io.guanxi.loyalty.account.process;

import org.jspecify.annotations.NullMarked;
