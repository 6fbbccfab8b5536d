/** Asks for runs, shows how far they are, and hands out what they found. */
@NullMarked
package io.guanxi.analytics.runs.web;

import org.jspecify.annotations.NullMarked;
