/** What can be run, by which parameters, and how a run begins and ends. */
@NullMarked
package io.guanxi.analytics.runs.domain;

import org.jspecify.annotations.NullMarked;
