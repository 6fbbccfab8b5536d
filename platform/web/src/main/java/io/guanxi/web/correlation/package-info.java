/** One id through answers, logs and traces for everything that a request sets off. */
@NullMarked
package io.guanxi.web.correlation;

import org.jspecify.annotations.NullMarked;
