/** Serves reports. */
@NullMarked
package io.guanxi.analytics.report.web;

import org.jspecify.annotations.NullMarked;
