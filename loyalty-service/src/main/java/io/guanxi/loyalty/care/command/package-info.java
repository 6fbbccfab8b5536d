/** Keeps each month's goodwill budget and grants out of it. */
@NullMarked
package io.guanxi.loyalty.care.command;

import org.jspecify.annotations.NullMarked;
