@NullMarked
package io.guanxi.analytics;

import org.jspecify.annotations.NullMarked;
