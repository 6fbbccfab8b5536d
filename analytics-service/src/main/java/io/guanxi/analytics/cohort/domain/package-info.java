/** What becomes of customers who came at the same time, and on how few of them revenue rests. */
@NullMarked
package io.guanxi.analytics.cohort.domain;

import org.jspecify.annotations.NullMarked;
