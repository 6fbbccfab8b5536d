/** The description of the API that a running service serves. */
@NullMarked
package io.guanxi.web.openapi;

import org.jspecify.annotations.NullMarked;
