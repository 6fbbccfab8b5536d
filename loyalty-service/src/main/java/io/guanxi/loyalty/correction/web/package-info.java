/** Shows over HTTP how far a correction is, stops it and starts it again. */
@NullMarked
package io.guanxi.loyalty.correction.web;

import org.jspecify.annotations.NullMarked;
