/** Says who is in a family and who may join it. */
@NullMarked
package io.guanxi.loyalty.family.domain;

import org.jspecify.annotations.NullMarked;
