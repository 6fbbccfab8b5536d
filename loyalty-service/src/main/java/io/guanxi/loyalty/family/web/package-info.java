/** Lets families be founded, joined and left over HTTP. */
@NullMarked
package io.guanxi.loyalty.family.web;

import org.jspecify.annotations.NullMarked;
