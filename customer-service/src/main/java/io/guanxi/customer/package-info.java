@NullMarked
package io.guanxi.customer;

import org.jspecify.annotations.NullMarked;
