/** The shell around the decisions. */
@NullMarked
package io.guanxi.test.exemplary.lamp.command;

import org.jspecify.annotations.NullMarked;
