@NullMarked
package io.guanxi.acceptance;

import org.jspecify.annotations.NullMarked;
