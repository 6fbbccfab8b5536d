@NullMarked
package io.guanxi.standalone;

import org.jspecify.annotations.NullMarked;
