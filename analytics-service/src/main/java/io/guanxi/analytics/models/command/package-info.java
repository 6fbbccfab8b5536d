/** Keeps the events of each tenant's models, rules and segments, and nothing that could decide. */
@NullMarked
package io.guanxi.analytics.models.command;

import org.jspecify.annotations.NullMarked;
