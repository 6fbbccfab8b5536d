/** Lamps over HTTP. */
@NullMarked
package io.guanxi.test.exemplary.lamp.web;

import org.jspecify.annotations.NullMarked;
