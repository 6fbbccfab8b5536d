/** What is published of lamps. */
@NullMarked
package io.guanxi.test.exemplary.lamp.messaging;

import org.jspecify.annotations.NullMarked;
