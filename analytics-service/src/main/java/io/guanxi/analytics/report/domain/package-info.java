/** What reports say. */
@NullMarked
package io.guanxi.analytics.report.domain;

import org.jspecify.annotations.NullMarked;
