@NullMarked
package io.guanxi.loyalty;

import org.jspecify.annotations.NullMarked;
