@NullMarked
package io.guanxi.embedded;

import org.jspecify.annotations.NullMarked;
