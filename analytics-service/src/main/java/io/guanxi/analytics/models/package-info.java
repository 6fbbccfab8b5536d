/** Keeps by which models, rules and segments a tenant's customers are judged: every version there ever was, for ever. */
@NullMarked
package io.guanxi.analytics.models;

import org.jspecify.annotations.NullMarked;
