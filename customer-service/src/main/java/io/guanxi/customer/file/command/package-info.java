/** Takes commands to the customer's file, with contact data sealed on the way. */
@NullMarked
package io.guanxi.customer.file.command;

import org.jspecify.annotations.NullMarked;
