/** Starts and stops the embedded parts and the services, each in a context of its own, and keeps their data folder. */
@NullMarked
package io.guanxi.standalone.platform;

import org.jspecify.annotations.NullMarked;
