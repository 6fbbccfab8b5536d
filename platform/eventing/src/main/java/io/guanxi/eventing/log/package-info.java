/** What an operator does with a service's log: audit it, keep an archive of it, restore it. */
@NullMarked
package io.guanxi.eventing.log;

import org.jspecify.annotations.NullMarked;
