@NullMarked
package io.guanxi.eventing;

import org.jspecify.annotations.NullMarked;
