/** Keeps the events of each tenant's programme, and nothing that could decide. */
@NullMarked
package io.guanxi.loyalty.programme.command;

import org.jspecify.annotations.NullMarked;
