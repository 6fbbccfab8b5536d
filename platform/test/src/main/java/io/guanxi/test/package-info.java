@NullMarked
package io.guanxi.test;

import org.jspecify.annotations.NullMarked;
