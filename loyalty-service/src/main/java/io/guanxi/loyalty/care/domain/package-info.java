/** Says how much goodwill a month can give. */
@NullMarked
package io.guanxi.loyalty.care.domain;

import org.jspecify.annotations.NullMarked;
