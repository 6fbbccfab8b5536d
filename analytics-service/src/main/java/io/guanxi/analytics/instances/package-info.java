/** Makes one population of the customers that all instances of the service keep. */
@NullMarked
package io.guanxi.analytics.instances;

import org.jspecify.annotations.NullMarked;
