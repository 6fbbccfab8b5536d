/** The one database of a service, and how long its driver waits for a server that is gone. */
@NullMarked
package io.guanxi.web.store;

import org.jspecify.annotations.NullMarked;
