/** A lamp, its events and its decisions. */
@NullMarked
package io.guanxi.test.exemplary.lamp.domain;

import org.jspecify.annotations.NullMarked;
