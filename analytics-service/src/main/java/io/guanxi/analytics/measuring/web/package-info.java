/** Answers questions about value over HTTP. */
@NullMarked
package io.guanxi.analytics.measuring.web;

import org.jspecify.annotations.NullMarked;
