/** Takes what people do for customers over HTTP. */
@NullMarked
package io.guanxi.loyalty.care.web;

import org.jspecify.annotations.NullMarked;
