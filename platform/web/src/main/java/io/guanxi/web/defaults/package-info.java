/** What all services set alike, below everything that a service says itself. */
@NullMarked
package io.guanxi.web.defaults;

import org.jspecify.annotations.NullMarked;
