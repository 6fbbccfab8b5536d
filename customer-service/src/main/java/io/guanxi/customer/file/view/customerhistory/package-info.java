/** Answers: what happened to this customer, when, when did we learn it, and what caused it? Read from the log itself. */
@NullMarked
package io.guanxi.customer.file.view.customerhistory;

import org.jspecify.annotations.NullMarked;
