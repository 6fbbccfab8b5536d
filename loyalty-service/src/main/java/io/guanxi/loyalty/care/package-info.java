/** Lets people put accounts right, compensate complaints and set what a customer stands for. */
@NullMarked
package io.guanxi.loyalty.care;

import org.jspecify.annotations.NullMarked;
