/** The customer's file over HTTP. */
@NullMarked
package io.guanxi.customer.file.web;

import org.jspecify.annotations.NullMarked;
