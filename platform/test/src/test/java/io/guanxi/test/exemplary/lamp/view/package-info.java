/** Which lamps shine. */
@NullMarked
package io.guanxi.test.exemplary.lamp.view;

import org.jspecify.annotations.NullMarked;
