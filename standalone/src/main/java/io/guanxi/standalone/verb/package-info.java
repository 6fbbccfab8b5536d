/** The verbs of the command line. */
@NullMarked
package io.guanxi.standalone.verb;

import org.jspecify.annotations.NullMarked;
