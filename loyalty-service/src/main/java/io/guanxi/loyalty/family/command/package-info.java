/** Keeps each family's events, and nothing that could decide. */
@NullMarked
package io.guanxi.loyalty.family.command;

import org.jspecify.annotations.NullMarked;
