/** Answers questions about value over HTTP. */
@NullMarked
package io.guanxi.analytics.value.web;

import org.jspecify.annotations.NullMarked;
