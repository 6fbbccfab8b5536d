/** Which versions of models, rules and segments there are, from which day on each is used, and what each rests on. */
@NullMarked
package io.guanxi.analytics.models.domain;

import org.jspecify.annotations.NullMarked;
