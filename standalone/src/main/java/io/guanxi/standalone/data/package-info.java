/** The folder in which one platform keeps everything. */
@NullMarked
package io.guanxi.standalone.data;

import org.jspecify.annotations.NullMarked;
