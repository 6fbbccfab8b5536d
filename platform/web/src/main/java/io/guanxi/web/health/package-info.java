/** Ready while the store and the broker answer; alive without them. */
@NullMarked
package io.guanxi.web.health;

import org.jspecify.annotations.NullMarked;
