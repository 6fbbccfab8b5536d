/** Brings an approved correction of the rules to every order that wrong rules had judged. */
@NullMarked
package io.guanxi.loyalty.correction;

import org.jspecify.annotations.NullMarked;
