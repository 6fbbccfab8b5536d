/** The words that every domain shares: a decision and its reason, money, and where a command came from. */
@NullMarked
package io.guanxi.kernel;

import org.jspecify.annotations.NullMarked;
