/** What the rules of a loyalty programme can say, and how a version of them comes into force. */
@NullMarked
package io.guanxi.loyalty.programme.domain;

import org.jspecify.annotations.NullMarked;
