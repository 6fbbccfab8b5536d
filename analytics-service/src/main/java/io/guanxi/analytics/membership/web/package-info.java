/** Shows who is in a segment, why, and what a switch to its draft would change. */
@NullMarked
package io.guanxi.analytics.membership.web;

import org.jspecify.annotations.NullMarked;
