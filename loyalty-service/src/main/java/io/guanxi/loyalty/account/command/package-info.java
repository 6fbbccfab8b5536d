/** Keeps each account's events, and nothing that could decide. */
@NullMarked
package io.guanxi.loyalty.account.command;

import org.jspecify.annotations.NullMarked;
