/** A development issuer of tokens, so that a laptop needs no identity provider. Never for production. */
@NullMarked
package io.guanxi.standalone.issuer;

import org.jspecify.annotations.NullMarked;
