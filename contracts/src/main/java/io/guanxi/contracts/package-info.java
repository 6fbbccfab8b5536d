/** The published language: what travels between shops, Guanxi's services and the consumers of its topics. */
@NullMarked
package io.guanxi.contracts;

import org.jspecify.annotations.NullMarked;
