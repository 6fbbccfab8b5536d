/** Ready while the store answers, alive without it; tells of the broker as well. */
@NullMarked
package io.guanxi.web.health;

import org.jspecify.annotations.NullMarked;
