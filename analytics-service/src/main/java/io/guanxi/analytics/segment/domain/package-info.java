/** What a segment is, and whether a customer belongs to it: the same function for today and for any day before. */
@NullMarked
package io.guanxi.analytics.segment.domain;

import org.jspecify.annotations.NullMarked;
