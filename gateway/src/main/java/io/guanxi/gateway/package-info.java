@NullMarked
package io.guanxi.gateway;

import org.jspecify.annotations.NullMarked;
