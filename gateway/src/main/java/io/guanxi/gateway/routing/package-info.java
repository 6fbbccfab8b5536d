/** Which path is whose, and what is answered when that service does not. */
@NullMarked
package io.guanxi.gateway.routing;

import org.jspecify.annotations.NullMarked;
