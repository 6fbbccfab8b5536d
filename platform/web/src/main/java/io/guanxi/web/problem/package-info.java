/** Every error as a problem document, from a refused command to a request line that cannot be read. */
@NullMarked
package io.guanxi.web.problem;

import org.jspecify.annotations.NullMarked;
