/** What a shining lamp sets off. */
@NullMarked
package io.guanxi.test.exemplary.lamp.process;

import org.jspecify.annotations.NullMarked;
