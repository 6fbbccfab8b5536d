/** All that follows from one customer's history by the models and rules in force. */
@NullMarked
package io.guanxi.analytics.picture;

import org.jspecify.annotations.NullMarked;
