/** Lets points be given over HTTP. */
@NullMarked
package io.guanxi.loyalty.transfer.web;

import org.jspecify.annotations.NullMarked;
