/** Models of buying until a silent end, their fit by maximum likelihood, and what they expect of a customer. */
@NullMarked
package io.guanxi.analytics.lifetime.domain;

import org.jspecify.annotations.NullMarked;
