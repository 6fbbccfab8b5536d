@NullMarked
package io.guanxi.eventlog;

import org.jspecify.annotations.NullMarked;
