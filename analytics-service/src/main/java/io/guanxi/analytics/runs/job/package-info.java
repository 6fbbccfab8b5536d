/** Does runs step by step, and keeps what they find. */
@NullMarked
package io.guanxi.analytics.runs.job;

import org.jspecify.annotations.NullMarked;
