/** Publishes by what customers are judged, and reads it again where it is used. */
@NullMarked
package io.guanxi.analytics.models.messaging;

import org.jspecify.annotations.NullMarked;
