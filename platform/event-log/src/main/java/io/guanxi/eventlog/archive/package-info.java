/** Keeps a log in one portable, checksummed file and makes a log of it again. */
@NullMarked
package io.guanxi.eventlog.archive;

import org.jspecify.annotations.NullMarked;
