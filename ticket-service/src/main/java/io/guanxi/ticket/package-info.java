@NullMarked
package io.guanxi.ticket;

import org.jspecify.annotations.NullMarked;
