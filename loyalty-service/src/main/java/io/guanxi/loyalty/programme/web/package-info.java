/** Lets people read, draft, publish and correct a programme over HTTP. */
@NullMarked
package io.guanxi.loyalty.programme.web;

import org.jspecify.annotations.NullMarked;
