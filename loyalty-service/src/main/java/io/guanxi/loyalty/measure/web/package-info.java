/** Shows how loyal customers are. */
@NullMarked
package io.guanxi.loyalty.measure.web;

import org.jspecify.annotations.NullMarked;
