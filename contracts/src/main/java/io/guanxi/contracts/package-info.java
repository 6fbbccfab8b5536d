@NullMarked
package io.guanxi.contracts;

import org.jspecify.annotations.NullMarked;
